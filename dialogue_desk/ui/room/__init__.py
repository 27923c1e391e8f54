"""The room display: what the people in the room see."""
