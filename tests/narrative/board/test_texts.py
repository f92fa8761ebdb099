"""Single sentences: what they count, however it is worded."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pantau.domain.board import Stance, Told
from pantau.domain.claims import ClaimKind
from pantau.narrative.board import read

MEASURED = 0.97
CASES = [
    line.split("\t")
    for line in Path(__file__).with_name("sentences.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def named(told: Told) -> str:
    topic = told.topic
    what = topic.state or (f"#{topic.thing}" if topic.kind is ClaimKind.FIGURE else topic.kind.value)
    part = f"/{topic.part}" if topic.part else ""
    return f"{'!' if told.stance is Stance.DENIED else ''}{what}{part}={told.value}"


def test_sentences_count_what_a_reader_says_and_nothing_else() -> None:
    wrong = [
        (sentence, sorted(found))
        for sentence, wanted in CASES
        if (found := {named(told) for told in read("", sentence)}) != {*_split(wanted)} - {"-"}
    ]
    assert len(wrong) <= (1 - MEASURED) * len(CASES), wrong


def _split(wanted: str) -> list[str]:
    """At spaces that no noun holds: "#warga binaan=812 #kapasitas=350"."""
    found: list[str] = []
    for word in wanted.split():
        if found and "=" not in found[-1]:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def test_a_speaker_is_named_where_the_text_names_one() -> None:
    text = (
        'Kepala lapas menegaskan dua orang terluka. "Ada 12 tahanan yang kabur," kata juru bicara kepolisian.'
    )
    assert {told.value: told.speaker for told in read("", text)} == {
        2: "Kepala lapas",
        12: "juru bicara kepolisian",
    }


def test_what_is_passed_on_is_told_from_what_is_said() -> None:
    stances = [
        read(title, "")[0].stance for title in ("Dikabarkan 8 Napi Tewas", "8 Napi Tewas?", "8 Napi Tewas")
    ]
    assert stances == [Stance.RUMOURED, Stance.RUMOURED, Stance.SAID]


JUMBLE = [
    "3",
    "lima",
    "tewas",
    "luka",
    ",",
    ".",
    "dari",
    "empat",
    "yang",
    "kabur",
    "tidak",
    "ada",
    "\n",
    '"',
    "kata",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(JUMBLE)))
def test_no_jumble_of_words_is_too_odd(words: list[str]) -> None:
    read(" ".join(words[:4]), " ".join(words))
