"""Pages of plain text as a PDF: lines set one under another, a header and a foot on each page, nothing else.

Fonts are embedded whole, with what each glyph means, so that text can be searched and copied (ISO 32000-1, 9.7
and 9.10). There are no links, no scripts, no forms and no files: nothing that a viewer could be made to run.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from pantau.narrative.typeface import Typeface, shipped

WIDTH, HEIGHT = 595.28, 841.89  # A4 in points
_EDGE = 64.0
_LEADING = 1.42  # from line to line, in type sizes
BLACK = (0.1, 0.1, 0.12)
GREY = (0.4, 0.4, 0.44)
RED = (0.69, 0.12, 0.12)
Colour = tuple[float, float, float]
Add = Callable[[bytes], int]  # takes an object of the file in, and says its number
_FACES = {"F1": "Inter-Regular", "F2": "Inter-SemiBold"}


@dataclass(frozen=True, slots=True)
class Style:
    """`size` and the space `after` in points; `indent` from the left edge of the text."""

    size: float = 11.0
    bold: bool = False
    colour: Colour = BLACK
    indent: float = 0.0
    after: float = 6.0

    @property
    def face(self) -> str:
        return "F2" if self.bold else "F1"


@dataclass(frozen=True, slots=True)
class About:
    """What the document says of itself; `made` is aware."""

    title: str
    author: str
    subject: str
    made: datetime
    language: str = "id"


@dataclass(slots=True)
class Paper:
    """Takes text from top to bottom; `header` stands in red on every page, `foot` in grey.

    missing  letters that the fonts do not have, and that boxes stand for
    """

    about: About
    header: str = ""
    foot: str = ""
    missing: set[str] = field(default_factory=set)
    _pages: list[list[str]] = field(default_factory=list)
    _y: float = 0.0
    _used: dict[str, dict[int, str]] = field(default_factory=lambda: {face: {} for face in _FACES})

    def write(self, text: str, style: Style = Style(), *, mark: str = "") -> None:
        """A paragraph; its own line breaks stay. `mark` stands before the first line, as "1."."""
        step = style.size * _LEADING
        for number, line in enumerate(self._lines(text, style)):
            if not self._pages or self._y - step < _EDGE:
                self._turn()
            self._y -= step
            if mark and number == 0:
                self._draw(mark, style, _EDGE + style.indent - 16)
            self._draw(line, style, _EDGE + style.indent)
        self._y -= style.after

    def space(self, points: float) -> None:
        self._y -= points

    def finished(self) -> bytes:
        """The document."""
        if not self._pages:
            self._turn()
        total = len(self._pages)
        for number, page in enumerate(self._pages, 1):
            told = f"{self.foot}   {number}/{total}" if self.foot else f"{number}/{total}"
            page.append(self._line(told, Style(8, colour=GREY), _EDGE, _EDGE - 28))
        return _assembled(self._pages, self._used, self.about)

    def _turn(self) -> None:
        self._pages.append([])
        self._y = HEIGHT - _EDGE
        if self.header:
            warning = Style(9, bold=True, colour=RED)
            self._pages[-1].append(self._line(self.header, warning, _EDGE, HEIGHT - _EDGE + 20))

    def _draw(self, text: str, style: Style, x: float) -> None:
        self._pages[-1].append(self._line(text, style, x, self._y))

    def _line(self, text: str, style: Style, x: float, y: float) -> str:
        face, used = shipped(_FACES[style.face]), self._used[style.face]
        glyphs = [(face.glyph(letter), letter) for letter in text]
        self.missing.update(letter for glyph, letter in glyphs if not glyph)
        for glyph, letter in glyphs:
            used.setdefault(glyph, letter if glyph else "\N{REPLACEMENT CHARACTER}")
        drawn = "".join(f"{glyph:04X}" for glyph, _letter in glyphs)
        red, green, blue = style.colour
        return (
            f"{red:g} {green:g} {blue:g} rg BT /{style.face} {style.size:g} Tf "
            f"{x:.2f} {y:.2f} Td <{drawn}> Tj ET"
        )

    def _lines(self, text: str, style: Style) -> Iterator[str]:
        face = shipped(_FACES[style.face])
        room = (WIDTH - 2 * _EDGE - style.indent) / style.size * 1000
        for paragraph in text.split("\n"):
            yield from _wrapped(_seen(paragraph), face, room)


def _seen(text: str) -> str:
    """Without characters that only steer; a tab is a few spaces."""
    kept = (letter for letter in text.replace("\t", "    ") if unicodedata.category(letter)[0] != "C")
    return unicodedata.normalize("NFC", "".join(kept))


def _wrapped(text: str, face: Typeface, room: float) -> Iterator[str]:
    """Lines that fit; a word that is too long for any is broken."""
    line, width = "", 0.0
    for word in text.split(" "):
        piece = f" {word}" if line else word
        taken = face.measure(piece)
        if line and width + taken > room:
            yield line
            line, width, piece = "", 0.0, word
            taken = face.measure(word)
        while taken > room and len(piece) > 1:
            fits = max(1, _fitting(piece, face, room))
            yield piece[:fits]
            piece = piece[fits:]
            taken = face.measure(piece)
        line, width = line + piece, width + taken
    yield line


def _fitting(word: str, face: Typeface, room: float) -> int:
    width = 0.0
    for at, letter in enumerate(word):
        width += face.width(face.glyph(letter))
        if width > room:
            return at
    return len(word)


def _assembled(pages: list[list[str]], used: dict[str, dict[int, str]], about: About) -> bytes:
    objects: list[bytes] = [b"", b"", b""]  # catalog, pages, information: filled in below

    def add(content: bytes) -> int:
        objects.append(content)
        return len(objects)

    fonts = {face: _font(add, _FACES[face], letters) for face, letters in used.items() if letters}
    listed = " ".join(f"/{face} {number} 0 R" for face, number in fonts.items())
    numbers = []
    for page in pages:
        content = add(_stream("\n".join(page).encode("ascii")))
        numbers.append(
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {content} 0 R "
                f"/Resources << /Font << {listed} >> >> >>".encode("ascii")
            )
        )
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects[0] = (
        f"<< /Type /Catalog /Pages 2 0 R /Lang ({about.language}) "
        "/ViewerPreferences << /DisplayDocTitle true >> >>"
    ).encode("ascii")
    objects[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode("ascii")
    made = about.made.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
    objects[2] = (
        f"<< /Title {_text(about.title)} /Author {_text(about.author)} /Subject {_text(about.subject)} "
        f"/Creator (Pantau) /CreationDate ({made}) >>"
    ).encode("ascii")
    return _file(objects)


def _font(add: Add, name: str, letters: dict[int, str]) -> int:
    face = shipped(name)
    program = add(_stream(face.data, "/Subtype /OpenType"))
    box = f"[-1000 {face.fall} 3000 {face.rise}]"
    described = add(
        (
            f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox {box} /ItalicAngle 0 "
            f"/Ascent {face.rise} /Descent {face.fall} /CapHeight 727 /StemV 90 /FontFile3 {program} 0 R >>"
        ).encode("ascii")
    )
    widths = " ".join(f"{glyph} [{face.width(glyph):.0f}]" for glyph in sorted(letters))
    drawn = add(
        (
            f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{name} /FontDescriptor {described} 0 R "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            f"/DW 1000 /W [{widths}] >>"
        ).encode("ascii")
    )
    meaning = add(_stream(_meanings(letters)))
    return add(
        (
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
            f"/DescendantFonts [{drawn} 0 R] /ToUnicode {meaning} 0 R >>"
        ).encode("ascii")
    )


def _meanings(letters: dict[int, str]) -> bytes:
    """What each glyph stands for, so that a viewer can search and copy."""
    rows = [
        f"<{glyph:04X}> <{letter.encode('utf-16-be').hex().upper()}>"
        for glyph, letter in sorted(letters.items())
    ]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    told = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{told}\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode("ascii")


def _stream(content: bytes, more: str = "") -> bytes:
    packed = zlib.compress(content, 9)
    head = f"<< /Length {len(packed)} /Filter /FlateDecode {more} >>\nstream\n".encode("ascii")
    return head + packed + b"\nendstream"


def _text(text: str) -> str:
    """A string of any letters, in hexadecimal: no character of it can end it."""
    return f"<FEFF{_seen(text.replace(chr(10), ' ')).encode('utf-16-be').hex().upper()}>"


def _file(objects: list[bytes]) -> bytes:
    made, places = bytearray(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode("ascii") + content + b"\nendobj\n"
    table = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode("ascii")
    made += b"".join(f"{place:010d} 00000 n \n".encode("ascii") for place in places)
    made += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{table}\n%%EOF\n"
    ).encode("ascii")
    return bytes(made)
