"""Updating the app from a signed file, without internet."""
