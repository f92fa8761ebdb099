"""The queue: what needs a decision, the most pressing first, and the one story that is open."""
