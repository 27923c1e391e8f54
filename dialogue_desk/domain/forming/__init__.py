"""Forming circles from numbers: who sits with whom, before the first session, and without a name.

A sign-up slip carries a number.  These values are never records: they live in a file of their own, sealed,
which is deleted when the circles are settled.
"""
