"""The pieces screens are built of.

They take plain values, tell what was done, and know nothing of the desk.
"""
