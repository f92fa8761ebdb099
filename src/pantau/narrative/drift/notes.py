"""Lines of a narrative that are no message: words not to be used, and facts that hold no longer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pantau.language.claims import Reading

_FORBIDS = re.compile(
    r"^\W*(?:(?:kata|frasa|istilah|diksi)[^.:]{0,40}(?:dilarang|terlarang|tidak\s+(?:digunakan|dipakai)|dihindari)"
    r"|tidak\s+(?:digunakan|dipakai|boleh\s+digunakan|boleh\s+dipakai)\s*:"
    r"|(?:jangan|hindari|dilarang|tidak\s+boleh)\s+(?:memakai|menggunakan|pakai|gunakan|menyebut|sebut|menulis|kata|istilah|frasa|penggunaan)\b"
    r"|hindari\b[^.]{0,30}[\"“])",
    re.IGNORECASE,
)  # fmt: skip
_INSTEAD = re.compile(
    r"\b(?:gunakan|pakai|sebut)\b[^.]{0,80}?,?\s*(?:dan\s+)?(?:bukan|jangan)\s+(?P<no>[\"“][^\"”\n]{2,60}[\"”])",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”']([^\"“”'\n]{2,60})[\"“”']")
_VALUED = re.compile(r"\W*(?:[A-Za-z]+\s+){1,3}(?:Rp\s?)?\d")
_NO_MORE = re.compile(r"\b(?:tidak|tak)\b", re.IGNORECASE)
_MARKED = re.compile(r"[\"“”][^\"“”\n]{2,60}[\"“”]")
_UNUSED = re.compile(
    r"\b(?:tidak|tak|jangan|dilarang|pantang)\s+(?:\w+\s+){0,2}(?:di)?(?:pakai|gunakan|sebut|tulis|kutip|muat|ucap)(?:kan)?\b"
    r"|\b(?:tidak|tak|jangan|dilarang|pantang)\s+(?:\w+\s+){0,2}(?:memakai|menggunakan|menyebut|menuliskan?|mengutip|memuat)\b"
    r"|\bdihindari\b|\bhindari\b|\bmenghindari\b",
    re.IGNORECASE,
)
_WANTED = re.compile(  # 'Gunakan kata "keributan"; kata "kerusuhan" tidak dipakai.'
    r"(?<!tidak )(?<!tak )(?<!jangan )(?<!boleh )\b(?:gunakan|pakai|sebut|tulis)(?:lah)?\s+(?:\w+\s+){0,2}"
    r"[\"“][^\"”\n]{2,60}[\"”]",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:kata|ujar|ucap|tutur|tegas|menegaskan|mengatakan|berkata|menyatakan)(?:nya)?\b(?!\s+\W)",
    re.IGNORECASE,
)
_OUTDATED = re.compile(
    r"\b(?:(?:sudah\s+|telah\s+)?(?:tidak|tak)\s+(?:lagi\s+)?(?:berlaku|dipakai|digunakan|dipergunakan)(?:\s+lagi)?"
    r"(?!\s+(?:bagi|untuk|pada|di|dalam|kepada|sebagai)\b)|sudah\s+diralat|telah\s+diralat|diralat|data\s+lama|angka\s+lama"
    r"|keterangan\s+lama|(?:data|angka|keterangan|informasi)\s+sebelumnya"
    r"|(?:sudah|telah)\s+(?:diperbarui|diperbaharui|dimutakhirkan|dikoreksi|direvisi|diperbaiki)(?!\s+(?:dan|serta)\b)"
    r"|(?:usang|kedaluwarsa)(?=\s*[.;,)]|\s*$)|sudah\s+diganti|telah\s+dicabut)\b",
    re.IGNORECASE,
)  # fmt: skip
_LONGEST = 300
_COMMA = re.compile(r",\s")
_SAID = re.compile(  # what a text has said, and not what the world holds: no note is "Izin usaha itu telah dicabut"
    r"\W*(?:\w+\s+)?(?:angka|data|jumlah|keterangan|informasi|info|jadwal|jam|tarif|versi|rilis|kabar|perkiraan|taksiran|nomor"
    r"|laporan|hitungan|estimasi|berita|daftar|rencana|pernyataan|sebutan|istilah|alamat|tanggal|waktu|siaran|unggahan|draf|bahan|infografis|poster|tautan|catatan|penyebutan)\b"
    r"|\W*(?:sudah\s+|sudah\s+tidak\s+|tidak\s+|tak\s+)",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Notes:
    """The narrative without its notes, the phrases that it forbids, and the sentences that are outdated.

    The body is as long as the narrative: notes are blanked, so that offsets stay.
    """

    body: str
    forbidden: tuple[str, ...]
    outdated: tuple[str, ...]


def read(text: str) -> Notes:
    """Tell the notes of a narrative from its messages."""
    page, body = Reading(text), text
    forbidden: list[str] = []
    outdated: list[str] = []
    for start, end in page.sentences:
        said = text[start:end]
        if _FORBIDS.match(said) or _is_unused(said):
            forbidden += _phrases(said)
        elif instead := _INSTEAD.search(said):
            forbidden += _phrases(instead["no"])
        elif old := _old(said):
            outdated.append(said[slice(*old)])
            start, end = start + old[0], start + old[1]
            said = text[start:end]
        else:
            continue
        body = body[:start] + re.sub(r"[^\n]", " ", said) + body[end:]
    return Notes(body, tuple(forbidden), tuple(outdated))


def _is_valued(said: str, cut: int, mark: str) -> bool:
    """Whether a noun with its value is what holds no longer: "Kapasitas 280 orang ... tidak dipakai lagi"."""
    return bool(_VALUED.match(said, cut)) and bool(_NO_MORE.search(mark))


def _is_unused(said: str) -> bool:
    """Whether a sentence says of what it quotes that nobody shall use it: 'Sebutan "sarang narkoba" tidak dipakai.'"""
    bare = _MARKED.sub(' "" ', said)
    return bare != said and bool(_UNUSED.search(bare)) and not _SPOKEN.search(bare)


def _old(said: str) -> tuple[int, int] | None:
    """The part of a sentence that calls something outdated: what stands behind a semicolon holds."""
    mark = _OUTDATED.search(said)
    if mark is None or len(said) >= _LONGEST:
        return None
    begin = max(said.rfind(";", 0, mark.start()), said.rfind("(", 0, mark.start())) + 1
    cuts = [begin, *(match.end() for match in _COMMA.finditer(said, begin, mark.start()))]
    first = next((cut for cut in cuts if _SAID.match(said, cut) or _is_valued(said, cut, mark.group())), None)
    if first is None:
        return None
    rest = re.search(
        r"[;,)]|\b(?:dan|karena|sebab|diganti|menjadi|sejak|setelah|mulai)\b", said[mark.end() :]
    )
    return first, mark.end() + rest.start() if rest else len(said)


def _phrases(said: str) -> list[str]:
    quoted = [match.strip(" ,.") for match in _QUOTED.findall(_WANTED.sub("", said))]
    if quoted:
        return quoted
    _head, colon, tail = said.partition(":")
    return (
        [part.strip(" .\"'") for part in re.split(r",|;|\bdan\b|\batau\b", tail) if part.strip(" .")]
        if colon
        else []
    )
