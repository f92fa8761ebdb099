"""The claim board: what each report says of each thing, as lines that show how figures moved. No store, no Qt."""

from pantau.narrative.board.lines import assemble
from pantau.narrative.board.naming import subject
from pantau.narrative.board.reports import Older, Report
from pantau.narrative.board.texts import read

__all__ = ["Older", "Report", "assemble", "read", "subject"]
