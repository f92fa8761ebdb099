"""Who stands beside a child or a victim by office: officers, lawyers, speakers, grown suspects."""

from __future__ import annotations

import re
from functools import lru_cache

from pantau.narrative.gate.clues import clue
from pantau.narrative.gate.lexicon import either
from pantau.narrative.gate.scene import ADULT, Scene, has, years

# Degrees, ranks and learned titles: nobody's child bears them.
_LEARNED_BEFORE = re.compile(
    r"(?<!\w)(?:(?i:prof|drs?|dra|drg|ir|kh|kiai|kyai|akbp|akp|kompol|iptu|ipda|aiptu|aipda|bripka|brigadir|kombes|letkol|mayor"
    r"|kapten)\b\.?|Pol\.?)(?:\s+(?:[Dd]r|H|Hj|Pol|Ir)\.?)*\s+$"
)
_LEARNED_AFTER = re.compile(r",?\s+(?:S\.\s?\w|M\.\s?\w|Sp\.|Ph\.?\s?D|S[HEIP]\b|M[HM]\b|A\.?Md)")
_ACCUSED_AFTER = re.compile(
    r"\s+(?i:karena\s+(?:telah\s+)?terbukti|sebagai\s+(?:tersangka|terdakwa|terlapor|saksi\s+ahli)|selaku\s+(?:saksi\s+ahli|ahli))"
)
_SPEECH = (
    r"(?i:menurut|kata|ujar|tutur|ucap|jelas|ungkap|bersama|oleh|diketuai|dipimpin|diwakili|didampingi)"
    # "kata tetangga, Mawar sering menangis": the neighbour spoke, not Mawar
    r"(?!\s+(?:para\s+|seorang\s+)?(?:tetangga|warga|saksi|kerabat|teman|guru|polisi|petugas|ibu|ayah|keluarga)(?:nya)?(?:\s+\w+)?,)"
    r"(?:\s+[\w.]+){0,2}?"
)
TITLE = re.compile(
    r"(?<!\w)(?:(?i:(?:jaksa|hakim|penyidik|polisi|dokter)\s+anak),?|(?i:(?<!di\s)kepala|ketua|direktur|menteri|gubernur|bupati|kapol\w+|kakanwil|dirjen|sekretaris|juru\s+bicara|humas|karutan"
    r"|kalapas|hakim|jaksa|komisioner|wakil|kombes|akbp|akp|iptu|ipda|kasat\w*|kanit\w*|advokat|pengacara|psikolog"
    r"|kuasa\s+hukum|pendamping|aktivis|pegiat|budayawan|seniman|konselor|instruktur|pelatih|rohaniwan|pengamat|anggota|fraksi|petugas|pegawai|penyidik|pembimbing|staf|kabid|kasi|guru"
    r"|bidan|perawat|dokter|dosen|pengusaha)(?:nya)?(?:\s+(?!yang|bernama|korban|anak|adalah|atas|me[a-z]{4}|di[a-z]{5})[\w./-]+){0,6}?,?"
    rf"|{_SPEECH})(?:\s*\([^)\n]{{2,30}}\))?\s+$"
)
JUST_SPEECH = re.compile(r"(?<!\w)(?i:kata|ujar|tutur|ucap|ungkap|jelas)\s+$")
# Whoever does anything but what victims do is the one who acts.
_ACTS = re.compile(
    r"\s+(?i:(?:juga|turut|akan|telah|sudah)\s+)*"
    r"(?i:me(?!ngalami|njadi|ngaku|nderita|lapor|nangis|lahirkan|ninggal|ngeluh|nceritakan|njalani|rasa|ngadu|nuturkan|ndapat|nerima|mbutuhkan|nolak|mpuh|ngenai|nurut|njelang|lalui|skipun|reka\b|mang\b|milih|ninggalkan|ngeluhkan|mperoleh|mohon)"
    r"[a-z]{4,})(?!\w)"
)
_OFFENDER = re.compile(
    r"(?i:tersangka|terdakwa|pelaku(?:nya)?|terduga|terpidana|oleh|terlapor)(?:\s+\w+){0,2},?\s+$"
    r"|(?<!\w)(?i:menghukum|memvonis|mengeksekusi|memenjarakan|memidana)\s+$"
)
_AUTHORITY = re.compile(
    r"(?i:\s*,\s*(?:selaku\s+)?(?:kepala|ketua|direktur|menteri|wakil|kuasa|pengacara|psikolog|pendamping|hakim|jaksa"
    r"|juru|kapol|kasat|kanit|komisioner|advokat|dosen|pengamat|aktivis|guru|pengasuh|dokter)|\s+selaku\s+(?!ayah|ibu|orang))"
)
# "Relawan Rumah Harapan, Monika Sitorus": a calling before the name, from the sentence's beginning.
_CALLING = re.compile(
    r"(?:^|[.;:“\"]\s*)(?!(?:Kata|Menurut|Ujar|Tutur)\s+(?:tetangga|warga|saksi|kerabat|teman|keluarga))[A-Z][^,.;:\n]{2,70},\s*$"
)
# "Menurut guru ngajinya, Hilda sering melamun", "Di depan penyidik, Rehan mengaku": of somebody else than who is named
ADVERBIAL = re.compile(
    r"(?:^|[.;]\s*)(?i:(?:menurut|kata|ujar|tutur|cerita)\s+[^,.;\n]{2,40}nya(?:\s+\w+)?"
    r"|(?:di\s+(?:depan|hadapan)|kepada|bersama|didampingi|dari)\s+[a-z][^,.;\n]{2,40}),\s+$"
)
_NOUN = re.compile(r"\s+(?!(?:di|me|ber|ter)[a-z]{3,}|yang\b|sudah\b|telah\b|sempat\b|tidak\b)[a-z]")
_OF_CHILDREN = re.compile(r"(?<!\w)(?i:jaksa|hakim|penyidik|dokter|polisi)\s+$")
_ASIDE = re.compile(r"^(?:\s*,[^,.\n]{1,60},|,)")
PLACED = re.compile(
    r"(?<!\w)(?i:di|ke|dari|asal|daerah|wilayah|kawasan|jalan|gedung|stasiun|kampus|kelas\s+[iv]+[ab]?|lpka|lapas|rutan|bapas|polres|kota|kabupaten)\s+$"
)


@lru_cache(maxsize=4096)  # several rooms ask about each name of a sentence
def is_known(scene: Scene, start: int, span: tuple[int, int]) -> bool:
    """Whether the words around a name say who it is: an officer, a grown suspect, somebody who speaks."""
    text = scene.sentence.text
    before, lead, after = text[max(0, start - 90) : start], text[start : span[0]], text[span[1] :]
    if TITLE.search(before) and not ADVERBIAL.search(before):
        return True
    if lead and TITLE.search(lead if ADVERBIAL.search(before) else f"{before}{lead}"):
        return True
    if _OFFENDER.search(f"{before}{lead}"):
        return True
    if _LEARNED_BEFORE.search(before) or _LEARNED_AFTER.match(after) or _ACCUSED_AFTER.match(after):
        return True
    if PLACED.search(before) or _AUTHORITY.match(after) or is_grown(after):
        return True
    is_calling = "minor" not in scene.own and _CALLING.search(before) and not ADVERBIAL.search(before)
    if is_calling and not _is_told_of(before):
        return True
    after = _ASIDE.sub("", after)
    if not scene.child and _ACTS.match(after):
        return True
    return re.match(rf"\s+{either('identity', 'spoke')}(?!\w)", after) is not None


def _is_told_of(before: str) -> bool:
    """Whether the words before a name are of a child, a victim or their kin, not of a calling."""
    return any(has(key, before) for key in ("child", "victim", "suffered", "kin", "adverbial"))


def is_plain_word(text: str, span: tuple[int, int]) -> bool:
    """Whether a lone word that opens a sentence is one of the language before another: "Imam masjid"."""
    word = text[slice(*span)]
    return (
        not span[0] and " " not in word and has("ordinary", word) and _NOUN.match(text, span[1]) is not None
    )


def is_grown(after: str) -> bool:
    age = clue("its-age").match(after)
    return age is not None and years(age) >= ADULT


def speaks(text: str, at: int) -> bool:
    return re.match(rf"\s+{either('identity', 'spoke')}(?!\w)", text[at:]) is not None


def is_companion(text: str, at: int) -> bool:
    """Whether those before are of somebody who stands by: "kuasa hukum korban, ..."."""
    before = text[max(0, at - 45) : at]
    if _OF_CHILDREN.search(before):
        return True  # "jaksa anak ..."
    return (
        re.search(rf"(?<!\w){either('identity', 'companion')}(?:\s+(?!oleh\b)\w+){{0,2}}\s+$", before)
        is not None
    )
