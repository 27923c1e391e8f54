"""What is on disk: the desk file with its tables, its copies and its repair, and the settings."""
