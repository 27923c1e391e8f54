"""The checks of a scene: each takes the widget that is shown and yields a line for whatever is wrong."""

from tests.scenes.checks.names import whatever_has_the_keyboard_has_a_name

CHECKS = {
    "a name": whatever_has_the_keyboard_has_a_name,
}
