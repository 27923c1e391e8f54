"""Many circles on screen: the organizer's page."""
