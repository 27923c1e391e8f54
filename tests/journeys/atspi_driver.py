"""Runs a session over AT-SPI, as assistive technology does: by the system's Python, beside the app.

Each step finds something by its role and the beginning of its name, and presses or fills it; what is found
on the way is printed.
"""

import sys
import time

import pyatspi
from gi.repository import GLib

PATIENCE_S, AGAIN_S = 40, 0.2
BUTTON, EDIT = "push button", "text"
END = 0xFF57


def tell(words):
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def application():
    for one in pyatspi.Registry.getDesktop(0):
        if one is not None and "dialogue" in one.name.lower():
            return one
    return None


def found(role, name):
    """Return what has this role and a name that begins so, waiting for it."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        for one in everything(application()):
            if one.getRoleName() in role.split("|") and one.name.startswith(name) and is_usable(one):
                return one
        time.sleep(AGAIN_S)
    seen = sorted({f"{one.getRoleName()}: {one.name}" for one in everything(application()) if one.name})
    sys.exit(f"no {role} is called {name!r}; there are:\n" + "\n".join(seen))


def is_usable(one):
    state = one.getState()
    return state.contains(pyatspi.STATE_SHOWING) and state.contains(pyatspi.STATE_ENABLED)


def everything(one):
    """Walk through what is shown; what goes away meanwhile is passed over."""
    waiting = [one] if one is not None else []
    while waiting:
        here = waiting.pop()
        try:
            top = here.getRoleName() in {"application", "frame", "dialog"}
            if not top and not here.getState().contains(pyatspi.STATE_SHOWING):
                continue
            children = list(here)
        except (GLib.GError, LookupError):
            continue
        yield here
        waiting += reversed(children)


def press(name):
    one = found(f"{BUTTON}|check box|radio button|toggle button", name)
    actions = one.queryAction()
    names = [actions.getName(number).lower() for number in range(actions.nActions)]
    tell(f"presses {one.name}")
    actions.doAction(next(n for n, a in enumerate(names) if a in {"press", "toggle", "check"}))
    time.sleep(1)


def fill(name, text):
    one = found(EDIT, name)
    one.queryEditableText().setTextContents(text)
    tell(f"fills {one.name}")


def reads(role, name):
    tell(f"reads {found(role, name).name}")


def window_is(name):
    reads("frame", name)


def main(folder):
    window_is("Home")
    press("Open the sample community")
    press("Run")
    window_is("Run: Circle C05")
    press("Start")
    press("Next: ")
    fill("What was said?", "We want lights on the corner")
    press("Save")
    reads("list item", "2. Ground rules check. Experience. We want lights")
    for _ in range(7):
        press("Next: ")
    press("Wrap up the session")
    window_is("Wrap up: Circle C05")
    steps = found("list", "Wrap-up steps")
    steps.queryComponent().grabFocus()
    pyatspi.Registry.generateKeyboardEvent(END, None, pyatspi.KEY_SYM)
    press("Save to")
    press("Export anyway")
    fill("Folder:", folder)
    press("Choose")
    reads("label|notification|heading", "Saved")


main(sys.argv[1])
