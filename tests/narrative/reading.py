"""Reads a PDF of ours as a viewer does: glyphs, font by font, through what the file says they mean."""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)


def objects(document: bytes) -> dict[int, bytes]:
    return {int(number): content for number, content in _OBJECT.findall(document)}


def stream(content: bytes) -> bytes:
    return zlib.decompress(content.partition(b"stream\n")[2].rpartition(b"\nendstream")[0])


def pdf_pages(document: bytes) -> list[list[str]]:
    """The lines of each page in the order in which they were drawn."""
    found = objects(document)
    pages = [content for content in found.values() if content.startswith(b"<< /Type /Page ")]
    return [_lines(page, found) for page in pages]


def pdf_text(document: bytes) -> str:
    return "\n".join(line for page in pdf_pages(document) for line in page)


def _lines(page: bytes, found: dict[int, bytes]) -> list[str]:
    fonts = {name: _meanings(found, int(number)) for name, number in re.findall(rb"/(F\d) (\d+) 0 R", page)}
    content = stream(found[int(re.search(rb"/Contents (\d+)", page)[1])])  # type: ignore[index]
    drawn = re.findall(rb"/(F\d) \S+ Tf \S+ \S+ Td <([0-9A-F]*)> Tj", content)
    return ["".join(fonts[name][glyph] for glyph in re.findall(rb"....", line)) for name, line in drawn]


def _meanings(found: dict[int, bytes], font: int) -> dict[bytes, str]:
    number = int(re.search(rb"/ToUnicode (\d+)", found[font])[1])  # type: ignore[index]
    rows = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", stream(found[number]) + b"\n")
    return {glyph: bytes.fromhex(letter.decode()).decode("utf-16-be") for glyph, letter in rows}
