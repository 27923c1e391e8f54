"""Home: what is on this laptop, the next session first."""
