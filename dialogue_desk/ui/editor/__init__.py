"""The editor of guides: the outline, the form of what is selected, the check, and another language beside."""
