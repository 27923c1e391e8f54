#!/bin/sh
# A double click on a Mac opens this in a window of its own, with few folders to look for a Python in.
here=$(cd "$(dirname "$0")" && pwd) || exit 1
for version in 3.11 3.15 3.14 3.12 3.13; do
    PATH="/Library/Frameworks/Python.framework/Versions/$version/bin:$PATH"
done
PATH="$PATH:/usr/local/bin:/opt/homebrew/bin"
export PATH
sh "$here/install.sh" "$@"
printf '\nYou can close this window.  Puede cerrar esta ventana.\n'
