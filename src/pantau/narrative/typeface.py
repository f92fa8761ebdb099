"""An OpenType font file as far as setting type needs it: which glyph draws a letter, and how wide it is.

The tables are those of https://learn.microsoft.com/en-us/typography/opentype/spec/otff.
"""

from __future__ import annotations

import struct
from functools import cache

from pantau import assets

_CHARACTERS = (
    (3, 10),
    (0, 6),
    (0, 4),
    (3, 1),
    (0, 3),
)  # Unicode maps by platform and encoding, the widest first


class Typeface:
    """`data` is the file; widths and heights are told in thousandths of the type size.

    rise, fall  how far letters reach above and below the line, fall negative
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        count = struct.unpack_from(">H", data, 4)[0]
        rows = (struct.unpack_from(">4sIII", data, 12 + 16 * row) for row in range(count))
        self._tables = {tag: start for tag, _sum, start, _length in rows}
        self._unit = 1000 / struct.unpack_from(">H", data, self._tables[b"head"] + 18)[0]
        across = self._tables[b"hhea"]
        rise, fall = struct.unpack_from(">hh", data, across + 4)
        self.rise, self.fall = round(rise * self._unit), round(fall * self._unit)
        self._measured = struct.unpack_from(">H", data, across + 34)[0]
        self._glyphs = self._read_characters()

    def glyph(self, letter: str) -> int:
        """The number of the glyph that draws a letter; 0, an empty box, where the font has none."""
        return self._glyphs.get(ord(letter), 0)

    def width(self, glyph: int) -> float:
        """How far a glyph moves the pen."""
        at = self._tables[b"hmtx"] + 4 * min(glyph, self._measured - 1)
        return float(struct.unpack_from(">H", self.data, at)[0] * self._unit)

    def measure(self, text: str) -> float:
        """How wide a line is."""
        return sum(self.width(self.glyph(letter)) for letter in text)

    def _read_characters(self) -> dict[int, int]:
        start = self._tables[b"cmap"]
        count = struct.unpack_from(">H", self.data, start + 2)[0]
        rows = (struct.unpack_from(">HHI", self.data, start + 4 + 8 * row) for row in range(count))
        maps = {(platform, encoding): start + offset for platform, encoding, offset in rows}
        at = next(maps[kind] for kind in _CHARACTERS if kind in maps)
        form = struct.unpack_from(">H", self.data, at)[0]
        return self._groups(at) if form == 12 else self._segments(at)

    def _groups(self, at: int) -> dict[int, int]:
        """A map of format 12: runs of letters that are drawn by runs of glyphs."""
        found: dict[int, int] = {}
        for row in range(struct.unpack_from(">I", self.data, at + 12)[0]):
            first, last, glyph = struct.unpack_from(">III", self.data, at + 16 + 12 * row)
            found.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
        return found

    def _segments(self, at: int) -> dict[int, int]:
        """A map of format 4: segments that shift letters to glyphs, or point into a list of them."""
        count = struct.unpack_from(">H", self.data, at + 6)[0] // 2
        ends, starts = at + 14, at + 16 + 2 * count
        found = {}
        for row in range(count):
            last = struct.unpack_from(">H", self.data, ends + 2 * row)[0]
            first = struct.unpack_from(">H", self.data, starts + 2 * row)[0]
            shift = struct.unpack_from(">H", self.data, starts + 2 * (count + row))[0]
            place = starts + 2 * (2 * count + row)
            offset = struct.unpack_from(">H", self.data, place)[0]
            for letter in range(first, min(last, 0xFFFE) + 1):
                glyph = letter
                if offset:
                    glyph = struct.unpack_from(">H", self.data, place + offset + 2 * (letter - first))[0]
                if glyph:
                    found[letter] = (glyph + shift) & 0xFFFF
        return found


@cache
def shipped(name: str) -> Typeface:
    """A font of resources/fonts by its file's name, as "Inter-Regular"."""
    return Typeface(assets.path(f"fonts/{name}.otf").read_bytes())
