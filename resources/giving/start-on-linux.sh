#!/bin/sh
# Starts Dialogue Desk from this stick.  Where a stick lets no program start, the app is put on the laptop
# first, in the person's own folder, and is started from there.

here=$(cd -- "$(dirname -- "$0")" && pwd) || exit 1
app="$here/App/linux-$(uname -m)"
list=_internal/dialogue_desk/data/manifest.json
kept="${XDG_DATA_HOME:-$HOME/.local/share}/dialogue-desk-app"

tell() {
    case "${LC_ALL:-${LC_MESSAGES:-$LANG}}" in
        es*) text=$2 ;;
        *) text=$1 ;;
    esac
    printf '%s\n' "$text" >&2
    if [ -n "$DISPLAY$WAYLAND_DISPLAY" ]; then
        zenity --info --no-wrap --text="$text" 2>/dev/null \
            || kdialog --msgbox "$text" 2>/dev/null \
            || xmessage "$text" 2>/dev/null
    fi
}

starts() {
    "$1/dialogue-desk" --version >/dev/null 2>&1
}

put_on_laptop() {
    rm -rf "$kept/unfinished"
    mkdir -p "$kept" && cp -R "$app" "$kept/unfinished" || return 1
    chmod u+x "$kept/unfinished/dialogue-desk" "$kept/unfinished/dialogue-desk-window" || return 1
    cmp -s "$app/$list" "$kept/unfinished/$list" || return 1
    rm -rf "$kept/app" && mv "$kept/unfinished" "$kept/app"
}

if [ ! -d "$app" ]; then
    tell "There is no Dialogue Desk for this kind of laptop here ($(uname -m)). Ask whoever gave you this for one." \
        "Aquí no hay un Dialogue Desk para este tipo de computadora ($(uname -m)). Pídaselo a quien le dio esto."
    exit 1
fi

if ! starts "$app"; then
    if ! cmp -s "$app/$list" "$kept/app/$list" || ! starts "$kept/app"; then
        printf '%s\n' "One minute ... / Un minuto ..." >&2
        if ! put_on_laptop; then
            rm -rf "$kept/unfinished"
            tell "Dialogue Desk could not be put on this laptop. Nothing was changed. Make 300 MB of room, then start it again." \
                "No se pudo poner Dialogue Desk en esta computadora. No se cambió nada. Haga 300 MB de espacio y vuelva a iniciarlo."
            exit 1
        fi
    fi
    app="$kept/app"
    if ! starts "$app"; then
        tell "Dialogue Desk does not start on this laptop: its Linux is too old, or lets no program of your own start. The guides beside this file can be read in any case." \
            "Dialogue Desk no inicia en esta computadora: su Linux es demasiado antiguo o no permite iniciar programas propios. Las guías junto a este archivo se pueden leer de todos modos."
        exit 1
    fi
fi

exec "$app/dialogue-desk-window" "$@"
