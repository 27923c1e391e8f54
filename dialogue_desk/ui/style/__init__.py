"""How everything looks: colours, sizes of type, distances, icons."""
