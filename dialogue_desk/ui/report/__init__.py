"""The report, as organizers write it."""
