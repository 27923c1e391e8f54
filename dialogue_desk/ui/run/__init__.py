"""The run screen: parts, clock, words, and what is laid over them."""
