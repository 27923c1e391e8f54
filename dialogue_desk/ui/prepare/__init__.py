"""Before a session: its guide, times and people; and a rehearsal."""
