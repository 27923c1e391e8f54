"""What happens when a circle has gone home: read-back, dots, tallies, and what may leave."""
