"""The workbench at which notes of all circles are brought together under themes."""
