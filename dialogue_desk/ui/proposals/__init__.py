"""What circles propose and ask, and who must act or can answer."""
