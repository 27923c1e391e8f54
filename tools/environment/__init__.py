"""Sets up ``.venv`` beside ``dev.py``: made whole beside the old one, then put in its place."""
