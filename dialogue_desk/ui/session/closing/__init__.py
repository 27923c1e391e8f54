"""The steps of closing a session: how it went, what was caught, what is open, what leaves."""
