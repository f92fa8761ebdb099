"""Search: articles that hold what was typed, best first."""
