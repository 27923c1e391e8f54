"""The published schemas of packages and tables, made from the classes that write them."""
