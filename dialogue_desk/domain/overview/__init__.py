"""What many records say together: about one session, or a whole program."""
