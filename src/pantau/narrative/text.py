"""A narrative as plain text, for a chat or a mail."""

from __future__ import annotations

import re

from pantau.narrative.sheet import Sheet

# A stranger's text may sit in a title; a terminal would obey these, and no reader sees them.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
_RULE = "-" * 60


def render(sheet: Sheet) -> bytes:
    """UTF-8. The text itself is indented, so that no line of it can pass for ours."""
    house = sheet.narrative.house
    lines = [sheet.warning, ""] if sheet.warning else []
    lines += [sheet.say("heading").upper(), plain(sheet.title).replace("\n", " "), _RULE, ""]
    lines += [sheet.say("umbrella"), *_indented(house.umbrella, "   "), "", sheet.say("messages")]
    for number, message in enumerate(house.messages, 1):
        lines += _indented(message, f"{number}. ")
    lines += ["", _RULE, *(plain(line) for line in sheet.proof)]
    lines += [sheet.warning] if sheet.warning else []
    return ("\n".join(lines) + "\n").encode()


def plain(text: str) -> str:
    """Without characters that steer instead of being read; lines and tabs stay."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _indented(text: str, first: str) -> list[str]:
    """The first line after its mark, the others under it."""
    lines = plain(text).split("\n")
    rest = " " * len(first)
    return [f"{first if number == 0 else rest}{line}".rstrip() for number, line in enumerate(lines)]
