"""The measured quality of the machine's judgement, on labelled files."""
