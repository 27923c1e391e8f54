"""The window: Qt Widgets, and nothing that decides."""
