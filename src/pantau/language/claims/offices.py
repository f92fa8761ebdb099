"""Offices and titles, each in its short form."""

from __future__ import annotations

from collections.abc import Iterator

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims import lexicons
from pantau.language.claims.page import Reading
from pantau.language.claims.phrases import Hit, listed

_CLASSES = lexicons.words("classes")
_HEADSHIPS = frozenset(lexicons.told("headships"))  # titles that say over what
_HONOURS = frozenset(("dr", "prof", "h", "kh", "drs", "ir"))
_LONGEST_DOMAIN = 6
_NAME = 3  # words of a name that stands behind what its bearer is over
_OVER = lexicons.words("institutional")
_MOST = 3  # words of an office's own name
_NO_NAME = lexicons.words("no_office_name")
_HEADED: dict[str, str] = lexicons.told("headed")


def find(page: Reading) -> Iterator[Claim]:
    """Offices with the name of where they stand, then titles; these may share words."""
    for hit in listed("offices.tsv").find(page):
        name, end = named(page, hit.last) if hit.form.named else ("", page.words[hit.last - 1].end)
        if hit.form.words == ("rs",) and not name and not _is_reached(page, hit.first):
            continue  # the initials of a person
        if hit.form.words == ("imigrasi",) and (
            not name
            or not page.words[hit.first].is_capital
            or "&" in page.text[page.words[hit.first].end : end]
        ):
            continue
        yield _claim(page, ClaimKind.OFFICE, hit, end, name)
    yield from titles(page)


def _is_reached(page: Reading, at: int) -> bool:
    return at > 0 and page.words[at - 1].word in ("di", "ke", "dari", "pihak", "sebuah", "satu", "menuju")


def titles(page: Reading) -> Iterator[Claim]:
    for hit in listed("titles.tsv").find(page):
        domain, end = _domain(page, hit)
        yield _claim(page, ClaimKind.TITLE, hit, end, "", domain)
        head = _HEADED.get(hit.form.meant)
        if head and len(hit.form.words) == 1:  # "Kalapas Cipinang" names the prison as well
            name, end = named(page, hit.last)
            start = page.words[hit.first].start
            value = f"{head} {name}".strip()
            yield Claim(ClaimKind.OFFICE, page.text[start:end], start, end, value, parts=(head, name))


def _domain(page: Reading, hit: Hit) -> tuple[str, int]:
    """What a title is over, as in "Direktur Merek dan Indikasi Geografis,": capital words up to a comma or a verb."""
    end = page.words[hit.last - 1].end
    if hit.form.meant not in _HEADSHIPS or page.breaks[hit.last - 1]:
        return "", end
    at = hit.last
    while at < len(page.words) and (
        page.words[at].is_capital or (at > hit.last and page.words[at].word == "dan")
    ):
        if page.words[at].word in lexicons.listed("names.txt") or page.words[at].raw[0].isdecimal():
            break
        at += 1
        if page.breaks[at - 1]:
            break
    if (told := _institutional(page, hit.last, at)) < at:
        return " ".join(word.word for word in page.words[hit.last : told]), page.words[told - 1].end
    if at == hit.last or at - hit.last > _LONGEST_DOMAIN:
        return "", end
    closed = (
        page.breaks[at - 1] or at >= len(page.words) or page.words[at].word in lexicons.listed("names.txt")
    )
    if not closed and page.words[at].is_capital:
        return "", end
    return " ".join(word.word for word in page.words[hit.last : at]), page.words[at - 1].end


def _institutional(page: Reading, first: int, last: int) -> int:
    """Where the words that offices are over end and a name begins: "Direktur Merek | Hermansyah Adi"."""
    at = first
    while at < last and (
        page.words[at].word in _OVER or page.words[at].stem in _OVER or page.words[at].word == "dan"
    ):
        at += 1
    is_name = first < at < last and all(page.words[one].is_capital for one in range(at, last))
    return at if is_name and last - at <= _NAME else last


def _claim(page: Reading, kind: ClaimKind, hit: Hit, end: int, name: str, domain: str = "") -> Claim:
    start = page.words[hit.first].start
    value = f"{hit.form.meant} {name}".strip()
    parts = (hit.form.meant, name or domain)
    return Claim(kind, page.text[start:end], start, end, value, parts=parts)


def named(page: Reading, at: int) -> tuple[str, int]:
    """The capital words behind an office's kind, classes passed over, and where they end."""
    end, honoured = page.words[at - 1].end, False
    found: list[str] = []
    while at < len(page.words) and len(found) < _MOST:
        word = page.words[at]
        if page.breaks[at - 1] and page.words[at - 1].raw.lower() not in _HONOURS:
            break
        if word.word in lexicons.listed("names.txt") and found and not honoured:
            break
        if word.raw.lower() in _HONOURS and page.low[word.end : word.end + 2] == ". ":
            at, honoured = at + 1, True
            continue
        if (
            (word.word in _CLASSES or word.raw.lower() in _CLASSES)
            and (word.is_capital or not found)
            and word.word != "di"
        ):
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
