"""The action forum: what is voted on, ballots typed by keyboard, the result, and the teams that go on."""
