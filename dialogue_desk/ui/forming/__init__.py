"""Forming circles from numbers: what is asked, slips typed and sealed, circles moved by hand, printed."""
