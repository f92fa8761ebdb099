"""The words of the trade as plain values. No input, no output, nothing of ours imported."""
