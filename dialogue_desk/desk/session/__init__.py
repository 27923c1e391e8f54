"""A session on this laptop: begun, run, noted, checked, searched."""
