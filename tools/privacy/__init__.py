"""Makes and measures what the privacy check knows: lists of words and names, and weights of the name tagger."""
