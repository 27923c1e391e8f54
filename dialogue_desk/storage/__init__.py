"""What is on disk: records as rows, their history, and the settings."""
