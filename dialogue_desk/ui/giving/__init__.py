"""Giving the app to another facilitator: what goes along, onto which stick, and how it went."""
