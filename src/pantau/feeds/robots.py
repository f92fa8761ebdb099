"""robots.txt (RFC 9309): may this page be fetched? For pages only; a feed is published to be fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

LARGEST = 500 * 1024  # bytes that RFC 9309, 2.5 asks to read at least

_Rule = tuple[str, bool]


def allows(text: str, agent: str, path: str) -> bool:
    """Whether `agent` (as "pantau", the product alone) may fetch `path` (with its query) by this robots.txt.

    The rules of the groups that name the agent count, else those for "*"; of those that match the longest, and of two
    as long the one that allows.
    """
    groups = list(_groups(text[:LARGEST]))
    ours = [rule for names, rules in groups if agent.lower() in names for rule in rules]
    named = any(agent.lower() in names for names, _ in groups)
    rules = ours if named else [rule for names, rules in groups if "*" in names for rule in rules]
    wanted = _normal(path)
    matching = [(len(pattern), allowed) for pattern, allowed in rules if _matches(pattern, wanted)]
    return max(matching)[1] if matching else True


def _groups(text: str) -> Iterator[tuple[set[str], list[_Rule]]]:
    names: set[str] = set()
    rules: list[_Rule] = []
    for line in text.lstrip("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if rules:
                yield names, rules
                names, rules = set(), []
            names.add(re.split(r"[/\s]", value.lower())[0])
        elif key in ("allow", "disallow") and names:
            rules.append((_normal(value), key == "allow" or not value))  # "Disallow:" alone allows all
    if names:
        yield names, rules


def _normal(path: str) -> str:
    """Escapes in one form, so that `/a%7Eb` and `/a~b` are the same."""
    return quote(unquote(path), safe="/?&=:;,+!'()*$@~-._")


def _matches(pattern: str, path: str) -> bool:
    """`*` stands for anything, a final `$` for the end. No regular expression: a stranger wrote the pattern."""
    anchored = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for position, part in enumerate(others):
        if anchored and position == len(others) - 1:
            return path.endswith(part) and len(path) - len(part) >= at
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not anchored or at == len(path)
