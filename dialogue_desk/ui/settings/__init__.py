"""What a person sets: language, theme, text size."""
