"""What a circle is made of: guides, sessions, notes, ideas, and the records they are kept in."""
