"""Sessions: preparing, running, noting, wrapping up, checking for privacy, and searching."""
