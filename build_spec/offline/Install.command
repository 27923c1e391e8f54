#!/bin/sh
# A double click on a Mac opens this in a window of its own, with few folders to look for a Python in.
here=$(cd "$(dirname "$0")" && pwd) || exit 1
PATH="$PATH:/usr/local/bin:/opt/homebrew/bin"
for version in 3.13 3.12 3.14 3.15 3.11; do
    PATH="$PATH:/Library/Frameworks/Python.framework/Versions/$version/bin"
done
export PATH
sh "$here/install.sh" "$@"
printf '\nYou can close this window.  Puede cerrar esta ventana.\n'
