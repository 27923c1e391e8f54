"""Programs, and the packages that come in for them."""
