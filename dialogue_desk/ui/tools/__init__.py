"""What a facilitator reaches for in a part: go-round, speakers' list, small groups, cool-down."""
