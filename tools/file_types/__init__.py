"""The files by which packages for Linux tell the system of the app, made from the app's own description."""
