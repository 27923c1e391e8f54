"""Pictures of every screen and every paper, drawn from the app itself with the sample community in it."""
