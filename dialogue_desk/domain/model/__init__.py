"""The values the app is about: guides, circles, sessions, notes, ideas and documents."""
