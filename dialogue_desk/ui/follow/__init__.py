"""What came of what was asked: answers typed in under their codes, what became of each ask, what is due."""
