"""Guides that this desk has of its own: written here, changed, made of a document, or opened."""
