"""Makes what the privacy check knows, the lists and the weights of its name tagger, and measures it."""
