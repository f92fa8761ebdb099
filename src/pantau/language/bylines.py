"""Where a text begins behind the line that says where and by whom it was filed."""

from __future__ import annotations

import re

# "JAKARTA, KOMPAS.com -", "TEMPO.CO, Jakarta -", "Jakarta (ANTARA) -", "Liputan6.com, Jakarta", "SEMARANG -"
_PLACE = r"[A-Z][\w.'-]*(?:[ /][A-Z][\w.'-]*){0,3}"
_BYLINE = re.compile(
    rf"""\s*(?:
        {_PLACE}(?:\s*,\s*|\s+)?(?:[(|,]\s*(?:{_PLACE}|\w+\.\w+)\s*[)|]?)?\s*(?:\([A-Z][\w.\s]*\))?\s*[-–—:|]{{1,2}}\s+
      | [\w.]+\.(?:com|co\.id|co|id|CO|COM|ID|net|NET)\s*,\s*{_PLACE}\s*(?:[-–—]{{1,2}}\s+|,\s*)
    )""",
    re.VERBOSE,
)
# Every byline has one of these; most texts have none so early, which is cheaper to see.
_MARK = re.compile(r"[-–—:|]\s|\.(?:com?|id|net)\s*,", re.IGNORECASE)
_LONGEST = 70  # characters
_HEADLINE = 110  # characters


def body(text: str) -> int:
    """The index at which the text proper begins; 0 when there is no byline."""
    if not _MARK.search(text, 0, _LONGEST + 10):
        return 0
    match = _BYLINE.match(text, 0, _LONGEST + 10)
    if match is None or match.end() > _LONGEST:
        return 0
    if match.group().rstrip().endswith(":") and not (len(text) > _HEADLINE and text[match.end()].isupper()):
        return 0  # "Tarakan: lapas jebol" is a headline
    # "Kabupaten Malang - ..." may be a heading, but so few that a byline is the better guess.
    return match.end()
