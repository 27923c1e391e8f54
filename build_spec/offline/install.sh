#!/bin/sh
# Installs Dialogue Desk for you alone, without internet and without an administrator.  --remove takes it away.
here=$(cd "$(dirname "$0")" && pwd) || exit 1

usable() {
    found=$(command -v "$1") || return 1
    # On a Mac without developer tools, this one does nothing but offer to download them.
    [ "$found" != /usr/bin/python3 ] || [ "$(uname)" != Darwin ] || xcode-select -p >/dev/null 2>&1
}

for python in python3 python3.13 python3.12 python3.14 python3.15 python3.11; do
    if usable "$python" && "$python" "$here/install.pyz" --fits >/dev/null 2>&1; then
        exec "$python" "$here/install.pyz" "$@"
    fi
done
for python in python3 python3.13 python3.12 python3.14 python3.15 python3.11; do
    if usable "$python"; then
        exec "$python" "$here/install.pyz" "$@"  # it says why it will not do
    fi
done
echo "Dialogue Desk needs Python 3.11 or newer, and there is none here."
echo "Dialogue Desk necesita Python 3.11 o posterior, y aquí no hay ninguno."
exit 1
