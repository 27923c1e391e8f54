"""Guides: the library, and a place to read one."""
