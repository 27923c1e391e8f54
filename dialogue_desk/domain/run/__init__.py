"""What a running session asks for: pacing, go-rounds, the speakers' list, small groups."""
