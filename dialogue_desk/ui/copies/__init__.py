"""Copies of the desk: made each day without asking, and used to go back to an earlier day."""
