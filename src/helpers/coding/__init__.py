"""Articles in, temporal expressions and claims out."""
