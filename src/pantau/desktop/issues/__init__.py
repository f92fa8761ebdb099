"""Issues: what officers have in hand, and the page on which each is worked."""
