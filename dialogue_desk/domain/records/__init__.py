"""Records, the changes made to them, and how two laptops' records come together."""
