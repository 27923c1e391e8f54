#!/bin/sh
# Starts Dialogue Desk from this stick.

here=$(cd -- "$(dirname -- "$0")" && pwd) || exit 1
for system in "macos-$(uname -m)" macos-x86_64; do
    if [ -d "$here/App/$system/Dialogue Desk.app" ]; then
        exec open "$here/App/$system/Dialogue Desk.app"
    fi
done
echo "There is no Dialogue Desk for this Mac here. Ask whoever gave you this for one."
echo "Aquí no hay un Dialogue Desk para esta Mac. Pídaselo a quien le dio esto."
exit 1
