"""What leaves this laptop: packages, documents, tables, and the keys that seal them."""
