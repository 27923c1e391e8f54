"""Opens packages: reads them, imports them and shows the result."""
