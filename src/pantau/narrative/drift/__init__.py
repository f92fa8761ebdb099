"""Where a text says something else than the narrative that it derives from."""

from pantau.narrative.drift.check import check

__all__ = ["check"]
