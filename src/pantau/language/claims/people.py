"""Names of people, with the title that stands beside them."""

from __future__ import annotations

from collections.abc import Iterator

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims import lexicons
from pantau.language.claims.page import Reading

_HONORIFICS = lexicons.words("honorifics")
_SPOKEN = frozenset(("bu", "pak", "mas", "mbak", "ibu", "bapak"))  # "ya bu. Semangat"
_SAYING = lexicons.words("saying")
_VERBS = lexicons.words("saying_verbs")
_BODIES = lexicons.words("bodies")  # what follows these is the name of no person: "Ketua Ikatan Notaris"
_REGIONAL = frozenset(
    ("bupati", "wali kota", "gubernur", "camat", "lurah", "kepala desa", "wakil bupati", "wakil gubernur")
)
_INSIDE = frozenset(["bin", "binti", "van", "de", "al", "el"])
_MOST = 4


def names() -> frozenset[str]:
    """Names that many people bear."""
    return lexicons.listed("names.txt")


def find(page: Reading, claims: list[Claim]) -> Iterator[Claim]:
    """Runs of capital words that a person bears: told by a title, by a verb of saying, or by a known name."""
    titles = {page.at(claim.start): claim for claim in claims if claim.kind is ClaimKind.TITLE}
    title_ends = {_last(page, claim): claim for claim in titles.values()}
    covered = bytearray(len(page.text))
    for claim in claims:
        if claim.kind in (ClaimKind.OFFICE, ClaimKind.TITLE, ClaimKind.PLACE):
            covered[claim.start : claim.end] = b"\x01" * (claim.end - claim.start)
    end = 0
    for at in _heads(page):
        if at < end or _is_small_hours(page, at):
            continue
        is_body = page.words[at].word in _BODIES
        if is_body and at + 1 < len(page.words) and page.words[at + 1].word == "pt":
            continue  # "Direksi PT Sari Abadi" names the company
        last = _run(page, at, covered)
        if last == at:
            continue
        if is_body:  # a company or somebody may be named behind it
            end = at + 1 if _knows(page, at, last) else last
            continue
        title = _title(page, at, last, titles, title_ends)
        if title is not None or _is_person(page, at, last):
            yield _claim(page, at, last, title)
        end = last


def _heads(page: Reading) -> list[int]:
    """The words with which a name may begin, in order."""
    known = names()
    return [at for at, word in enumerate(page.words) if word.is_capital or word.word in known]


def _is_small_hours(page: Reading, at: int) -> bool:
    """ "Dini hari" at the head of a sentence is nobody."""
    return page.words[at].word == "dini" and at + 1 < len(page.words) and page.words[at + 1].word == "hari"


def _last(page: Reading, claim: Claim) -> int:
    return page.at(claim.end) - 1 if page.at(claim.end) else 0


def _run(page: Reading, at: int, covered: bytearray) -> int:
    """Where the run of capital words from here ends; the same number if none begins."""
    last = at
    while last < len(page.words) and last - at < _MOST:
        word = page.words[last]
        small = word.word in _INSIDE and last > at
        if covered[word.start] or page.taken[word.start] or not (_is_name_like(page, last) or small):
            break
        last += 1
        if last < len(page.words) and "&" in page.text[word.end : page.words[last].start]:
            break  # two people
        initial = len(word.raw) == 1 and page.text[word.end : word.end + 2] == ". "
        if page.breaks[last - 1] and not initial:
            break
    return last


def _is_name_like(page: Reading, at: int) -> bool:
    word = page.words[at]
    if word.raw[:1].isdecimal() or (len(word.word) < 2 and not word.is_capital):
        return False
    if word.is_capital:
        return word.word not in _HONORIFICS and word.word not in _SAYING and word.word not in _VERBS
    before = page.words[at - 1].word if at else ""
    return word.word in names() and len(word.word) > 3 and (before in _HONORIFICS or before in names())


def _title(
    page: Reading, at: int, last: int, titles: dict[int, Claim], ends: dict[int, Claim]
) -> Claim | None:
    """The title before a name, an office's own words between them, or behind its comma."""
    sentence = page.sentence(page.words[at].start)
    for back in range(1, 8):
        claim = ends.get(at - back)
        if claim is not None and page.sentence(claim.start) == sentence:
            if claim.value in _REGIONAL and last - at == 1:
                return None  # "Bupati Ende" heads a place
            between = page.text[claim.end : page.words[at].start]
            inner = page.words[at - back + 1 : at]
            if (
                between.count(",") <= 1
                and (not between.strip(" ,") or len(inner) <= 2 or all(word.is_capital for word in inner))
                and (between.rstrip().endswith(",") or not inner or _knows(page, at, last))
            ):
                return claim
            break
    behind = titles.get(last) or (
        titles.get(last + 1)
        if last < len(page.words) and page.words[last].word in ("selaku", "sebagai")
        else None
    )
    between = page.text[page.words[last - 1].end : behind.start] if behind else ""
    return behind if behind and between.strip() in (",", "(", "selaku", "sebagai") else None


def _knows(page: Reading, at: int, last: int) -> bool:
    return any(page.words[one].word in names() for one in range(at, last))


def _is_person(page: Reading, at: int, last: int) -> bool:
    words = page.words
    before = words[at - 1].word if at and not page.breaks[at - 1] else ""
    is_called = at and not page.breaks[at - 1] and words[at - 1].raw.lower() in _HONORIFICS
    if before in _HONORIFICS or is_called or _is_abbreviated(page, at):
        return True
    known = sum(words[one].word in names() for one in range(at, last))
    gap = page.text[words[last - 1].end : words[last].start] if last < len(words) else "."
    behind = words[last].word if gap.strip() in ("", ",") else ""
    if known and (last - at > 1 or before in _SAYING or behind in _VERBS):
        return (
            before not in ("jalan", "di", "gedung", "bandara", "ruang", "stadion", "masjid", "hotel")
            or known > 1
        )
    starts = page.words[at].start == page.sentences[page.sentence(page.words[at].start)][0]
    return last - at > 1 and not starts and (before in _SAYING or behind in _VERBS)


def _is_abbreviated(page: Reading, at: int) -> bool:
    """Whether an honorific with its full stop stands before a name: "dr. Soetomo"."""
    before = page.words[at - 1] if at else None
    gap = page.text[before.end : page.words[at].start] if before else ""
    return (
        before is not None
        and gap.strip() == "."
        and len(before.raw) < 4
        and before.raw.lower() in _HONORIFICS - _SPOKEN
    )


def _claim(page: Reading, at: int, last: int, title: Claim | None) -> Claim:
    start, end = page.words[at].start, page.words[last - 1].end
    value = " ".join(word.word for word in page.words[at:last])
    unit = "" if title is None else str(title.value)
    return Claim(ClaimKind.NAME, page.text[start:end], start, end, value, unit, unit)
