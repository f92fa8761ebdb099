"""Sources: who is monitored, and how each of them fares."""
