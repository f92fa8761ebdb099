"""What must stay inside: guarding, inquiries, embargoes and private data (UU 14/2008 art. 17, UU 27/2022)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pantau.narrative.gate.finding import Audience, GateFinding, Severity, found
from pantau.narrative.gate.lexicon import anywhere
from pantau.narrative.gate.passage import Passage, Sentence

_IDENTITY_NUMBER = re.compile(
    r"(?<![\d.,])\d{16}(?![\d.,]\d|\d)|(?i:\bNIK\b\D{0,12})(?P<digits>\d[\d .]{7,})"
    r"|(?<![\d.,])(?:\d{4}[ .-]){3}\d{4}(?!\d|[.,]\d)"
)
_PASSPORT = re.compile(r"(?<!\w)[A-Z]{1,2}\s?\d{6,7}(?!\w)")
_PHONE = re.compile(r"(?<![\w+])(?:\+?62[ -]?|0)8\d{1,2}(?:[ .-]?\d{3,4}){2,3}(?!\w)")
_ACCOUNT = re.compile(r"(?i:rekening)\b[^.\n\d]{0,40}(?P<digits>\d[\d -]{8,}\d)")
_HOME = re.compile(
    r"(?i:alamat\s+(?:rumah|pribadi)|kediaman\s+pribadi|rumah\s+pribadi)[^.\n]{0,45}?(?:Jalan|Jl\.?|Perum\w*|Gang|Komplek\w*)\s+[A-Z]\w+"
)
_LIVES = re.compile(
    r"(?<!\w)(?i:(?:ber)?tinggal|berdomisili|bermukim|indekos|ngekos|kosan|kontrakan(?:nya)?|rumah(?:nya)?|kediaman(?:nya)?"
    r"|alamat(?:nya)?(?=[^.\n]{0,40}?(?i:pelapor|korban|saksi|pemohon|tersangka|keluarga)))"
    r"(?:\s+(?i:pelapor|korban|saksi|pemohon|tersangka|keluarga|orang\s+tua|ia|dia|mereka))*[\s:]+"
    r"(?i:(?:ada|terletak|berada|berlokasi|beralamat|adalah|ialah)\s+)?(?:di\s+)?(?:Jalan|Jl\.?|Gang|Gg\.?|Perum\w*|Komplek\w*)\s"
    r"[\w. ]{2,40}?(?:No\.?|Nomor|Blok|RT)?\s*\d+"
)
_MAIL = re.compile(r"(?<![\w.])[\w.+-]+@(?:gmail|yahoo|hotmail|outlook|icloud)\.[a-z.]{2,6}(?!\w)")
_SERVICE = re.compile(r"(?i:layanan|pengaduan|hotline|call\s+center|humas|posko|resmi|narahubung)")
_NOT = re.compile(r"(?i:tidak|bukan|belum|jangan|hoaks|larangan|dilarang)\s+(?:\w+\s+){0,2}$")
_BETTER = re.compile(r"(?i:penambahan|ditambah|pemasangan|diperbaiki|perbaikan|telah\s+diganti)")


def exempt(passage: Passage, audience: Audience) -> Iterator[GateFinding]:
    """Facts that the law exempts; to colleagues an embargo may be told."""
    for at, sentence in enumerate(passage.sentences):
        yield from _listed(passage, sentence, "guarding", "exempt")
        yield from _listed(passage, sentence, "inquiry", "exempt")
        if audience is not Audience.INTERNAL:
            yield from _listed(passage, sentence, "embargo", "embargo")
        yield from _numbers(passage, sentence, passage.before(at))
        yield from _medical(passage, sentence)


def _listed(passage: Passage, sentence: Sentence, key: str, rule: str) -> Iterator[GateFinding]:
    for match in anywhere("exempt", key).finditer(sentence.text):
        if key == "guarding" and (
            _BETTER.search(sentence.text) or _NOT.search(sentence.text[: match.start()])
        ):
            continue
        place = (sentence.start + match.start(), sentence.start + match.end())
        severity = Severity.WARNING if key == "inquiry" else Severity.ERROR
        yield found(passage.text, place, rule, severity, why="" if rule == key else f"{rule}.{key}")


def _numbers(passage: Passage, sentence: Sentence, before: str) -> Iterator[GateFinding]:
    text = sentence.text
    for match in _IDENTITY_NUMBER.finditer(text):
        yield _private(passage, sentence, match, "identity-number")
    if re.search(r"(?i:paspor|passport)", before):
        for match in _PASSPORT.finditer(text):
            yield _private(passage, sentence, match, "passport")
    for match in (*_HOME.finditer(text), *_LIVES.finditer(text)):
        yield _private(passage, sentence, match, "address")
    for match in _ACCOUNT.finditer(text):
        if re.search(r"(?i:tersangka|korban|pribadi|petugas|pelaku|milik|atas\s+nama)", text):
            yield _private(passage, sentence, match, "account")
    if not _is_service(text):
        for match in (*_PHONE.finditer(text), *_MAIL.finditer(text)):
            yield _private(passage, sentence, match, "reach")


def _is_service(text: str) -> bool:
    """Whether a number is a desk's own: those who ask or complain may be told where."""
    if _SERVICE.search(text):
        return True
    contact, private = anywhere("exempt", "contact"), anywhere("exempt", "private")
    return contact.search(text) is not None and private.search(text) is None


def _private(passage: Passage, sentence: Sentence, match: re.Match[str], what: str) -> GateFinding:
    place = (sentence.start + match.start(), sentence.start + match.end())
    return found(passage.text, place, "personal-data", Severity.ERROR, why=f"personal-data.{what}")


def _medical(passage: Passage, sentence: Sentence) -> Iterator[GateFinding]:
    if not anywhere("exempt", "patient").search(sentence.text) or re.search(
        r"(?i:penyuluhan|skrining)", sentence.text
    ):
        return
    for match in anywhere("exempt", "medical").finditer(sentence.text):
        if not _NOT.search(sentence.text[: match.start()]):
            yield _private(passage, sentence, match, "medical")
