"""Whom a program wants in its circles: who is wanted, counted, missing and invited."""
