"""Document type declarations: taken out before any parser sees them, their harmless entities put in place.

A declaration alone is no attack (RSS 0.91 has one), but it is the door for all that are: files and addresses
named as entities, entities made of entities.
"""

from __future__ import annotations

import re
from html.entities import name2codepoint
from typing import NamedTuple

from pantau.feeds import problems

_PROLOG = re.compile(rb"(?:\s++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_DOCTYPE = re.compile(rb"<!DOCTYPE\b[^\[>]*(?:\[(.*?)\]\s*)?>", re.DOTALL | re.IGNORECASE)
_ENTITY = re.compile(rb"<!ENTITY\s+(%\s+)?([\w.-]+)\s+(?:\"([^\"]*)\"|'([^']*)')\s*>")
_EXTERNAL = re.compile(rb"<!ENTITY\s+([\w.-]+)\s+(?:SYSTEM|PUBLIC)\b")
_NESTED = re.compile(rb"&(?!#)[\w.-]+;|%[\w.-]+;")
# Not to what XML itself explains.
_REFERENCE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z_][\w.-]*);")
_PREDEFINED = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})

MOST_GROWTH = 200_000


class Declared(NamedTuple):
    """The document without its declaration. `is_netscape`: it was that of RSS 0.91 as Netscape had it."""

    data: bytes
    is_netscape: bool = False
    problems: tuple[str, ...] = ()


def without_declaration(data: bytes) -> Declared:
    """Take the declaration out; entities with a plain value, and those of HTML, become what they stand for.

    Entities that name others, or whose use would swell the document by more than 200,000 bytes, are dropped
    with all references to them, and named as a problem; references to external ones are dropped in silence.
    """
    prolog = _PROLOG.match(data)
    found = _DOCTYPE.match(data, prolog.end() if prolog else 0)
    if not found:
        return Declared(with_html_entities(data))
    values, nested = _entities(found[1] or b"")
    rest = data[: found.start()] + data[found.end() :]
    is_netscape = b"netscape" in found[0].lower()
    growth = sum(len(values.get(name, b"")) for name in _REFERENCE.findall(rest)) if values else 0
    if nested or growth > MOST_GROWTH:
        return Declared(_without_references(rest), is_netscape, (problems.ENTITY_BOMB,))
    if values:
        rest = _REFERENCE.sub(lambda name: values.get(name[1], name[0]), rest)
    return Declared(with_html_entities(rest), is_netscape)


def with_html_entities(data: bytes) -> bytes:
    """Names that HTML knows and XML does not ("&nbsp;") as numbers, which both know."""
    return _REFERENCE.sub(_numbered, data) if b"&" in data else data


def _numbered(reference: re.Match[bytes]) -> bytes:
    code = name2codepoint.get(reference[1].decode("ascii"))
    return reference[0] if code is None else b"&#%d;" % code


def _without_references(data: bytes) -> bytes:
    """Without references to anything that the declaration would have explained."""
    return _REFERENCE.sub(b"", with_html_entities(data))


def _entities(subset: bytes) -> tuple[dict[bytes, bytes], bool]:
    """The usable values by name, and whether any entity is built of others."""
    values = dict.fromkeys(_EXTERNAL.findall(subset), b"")
    nested = False
    for parameter, name, double, single in _ENTITY.findall(subset):
        value = double or single
        if parameter or _NESTED.search(value):
            nested = True
        elif b"<" not in value and name not in _PREDEFINED:
            values[name] = value
    return values, nested
