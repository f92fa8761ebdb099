import pytest

from pantau.language.document import Document
from pantau.language.risk import risks
from pantau.language.spelling import plain

KNOWN = frozenset({"babi", "cina", "usir", "bule"})
CHAT = {"gak": "tidak"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("dasar b4bi", ["dasar", "babi"]),
        ("dasar b*bi", ["dasar", "babi"]),
        ("usirrrr dia", ["usir", "dia"]),
        ("bule2 itu", ["bule", "itu"]),
        ("gak mau", ["tidak", "mau"]),
        ("pasal 12b dan e5", ["pasal", "12b", "dan", "e5"]),
    ],
)
def test_hidden_and_chat_spellings_are_read_as_what_they_stand_for(text, words):
    assert plain(Document("", text), CHAT, KNOWN).words == words


def test_a_text_without_them_stays_the_very_same():
    document = Document("Judul", "Kantor imigrasi buka pukul 08.00, kata 2 petugas.")
    assert plain(document, CHAT, KNOWN) is document


def test_the_evidence_shows_the_words_as_they_are_written():
    title, text = "Dengar", "c1n4 b4bi pergi"
    (risk,) = risks(Document(title, text))
    whole = f"{title}\n{text}"
    assert {one.text for one in risk.evidence} >= {"b4bi"}
    assert all(whole[one.start : one.end] == one.text for one in risk.evidence)


@pytest.mark.parametrize("text", ["a" * 200_000, "a2" * 100_000, "b*" * 100_000, "aaa4 " * 50_000])
def test_a_flood_of_odd_spelling_takes_no_time_to_speak_of(text):
    risks(Document("", text))
