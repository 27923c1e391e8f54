"""Files that travel between laptops and other tools."""
