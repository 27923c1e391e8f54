"""The pieces screens are built of.

They take plain values, tell what a person did, and know nothing of the desk.
"""
