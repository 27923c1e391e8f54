"""What in a text may point at a person, and where it stands.  It decides nothing: a person does."""
