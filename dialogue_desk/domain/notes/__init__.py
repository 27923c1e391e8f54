"""What is done to a typed line and to notes: shorthand, search, edits, themes."""
