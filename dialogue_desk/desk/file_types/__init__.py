"""Telling the system, for one person and without an administrator, which files the app opens."""
