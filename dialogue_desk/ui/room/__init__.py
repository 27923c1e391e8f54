"""What the people in the room see on the wall."""
