"""A whole season of an invented community, as large as organizers meet it: for tests, bench and gallery."""
