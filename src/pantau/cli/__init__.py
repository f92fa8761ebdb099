"""The command line: thin commands over `operations`. Imports here are bought by every start: keep them few."""
