"""Guides in the making: what a document says, line by line, and the guide that it becomes."""
