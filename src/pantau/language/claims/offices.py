"""Offices and titles, each in its short form."""

from __future__ import annotations

from collections.abc import Iterator

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims import lexicons
from pantau.language.claims.page import Reading
from pantau.language.claims.phrases import Hit, listed

_CLASSES = lexicons.words("classes")
_MOST = 3  # words of an office's own name
_NO_NAME = lexicons.words("no_office_name")
_HEADED: dict[str, str] = lexicons.told("headed")


def find(page: Reading) -> Iterator[Claim]:
    """Offices with the name of where they stand, then titles; these may share words."""
    for hit in listed("offices.tsv").find(page):
        name, end = named(page, hit.last) if hit.form.named else ("", page.words[hit.last - 1].end)
        if hit.form.words == ("imigrasi",) and (not name or not page.words[hit.first].is_capital):
            continue
        yield _claim(page, ClaimKind.OFFICE, hit, end, name)
    yield from titles(page)


def titles(page: Reading) -> Iterator[Claim]:
    for hit in listed("titles.tsv").find(page):
        yield _claim(page, ClaimKind.TITLE, hit, page.words[hit.last - 1].end, "")
        head = _HEADED.get(hit.form.meant)
        if head and len(hit.form.words) == 1:  # "Kalapas Cipinang" names the prison as well
            name, end = named(page, hit.last)
            start = page.words[hit.first].start
            value = f"{head} {name}".strip()
            yield Claim(ClaimKind.OFFICE, page.text[start:end], start, end, value, parts=(head, name))


def _claim(page: Reading, kind: ClaimKind, hit: Hit, end: int, name: str) -> Claim:
    start = page.words[hit.first].start
    value = f"{hit.form.meant} {name}".strip()
    return Claim(kind, page.text[start:end], start, end, value, parts=(hit.form.meant, name))


def named(page: Reading, at: int) -> tuple[str, int]:
    """The capital words behind an office's kind, classes passed over, and where they end."""
    end = page.words[at - 1].end
    found: list[str] = []
    while at < len(page.words) and not page.breaks[at - 1] and len(found) < _MOST:
        word = page.words[at]
        if word.word in _CLASSES and (word.is_capital or not found) and word.word != "di":
            pass
        elif (
            word.is_capital
            and word.word not in _NO_NAME
            and not page.taken[word.start]
            and not word.raw[0].isdecimal()
        ):
            found.append(word.word)
            end = word.end
        else:
            break
        at += 1
    return " ".join(found), end
