"""Notes: shorthand, search, edits and themes."""
