"""What the machine does: poll, parse, keep, index, read, group, score. A process of its own, without a window."""
