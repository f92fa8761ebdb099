"""What an officer sees on the first day: monitor for real, or try a drill."""
