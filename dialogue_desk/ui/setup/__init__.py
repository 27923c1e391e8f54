"""The form in which a program is set up, part by part."""
