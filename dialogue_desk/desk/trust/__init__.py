"""Which laptops are known, what their files may do here, and what waits for a person."""
