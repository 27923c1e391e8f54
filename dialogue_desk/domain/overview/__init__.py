"""What is read off many records at once: one session, or a whole program."""
