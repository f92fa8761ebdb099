"""Settings of the desk, and what was muted."""
