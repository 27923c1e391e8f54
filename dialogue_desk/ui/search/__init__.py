"""Finding again what was said: in this circle, or anywhere on the laptop."""
