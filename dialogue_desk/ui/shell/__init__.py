"""The application around the pages: window, navigation, files that are dropped, errors."""
