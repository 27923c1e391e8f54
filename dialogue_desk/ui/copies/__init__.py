"""Copies of the desk: made on their own, told quietly, and gone back to."""
