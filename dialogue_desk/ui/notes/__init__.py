"""Notes on the screen: typed, listed, edited, read back, and two versions of one."""
