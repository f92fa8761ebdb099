"""A text against everything that was ever approved: what it contradicts, and what it may say freely."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.narrative.pairs import pairs

from pantau.domain.claims import FindingKind
from pantau.domain.ids import IssueId
from pantau.narrative.memory import Memory, Past, recall


def past(
    issue: int, version: int, day: int, text: str, *, in_force: bool = True, facts: tuple[str, ...] = ()
) -> Past:
    return Past(
        IssueId(issue), text.split(".")[0], version, datetime(2026, 5, day, tzinfo=UTC), in_force, text, facts
    )


FIRST = past(
    1,
    1,
    12,
    "Situasi Lapas Pontianak sedang ditangani.\nEmpat orang luka dalam kericuhan dan sudah dirawat.",
    in_force=False,
)
SECOND = past(
    1,
    2,
    13,
    "Situasi Lapas Pontianak terkendali sejak pukul 07.50 WIB.\nDua orang luka ringan dan tidak ada korban jiwa."
    "\nTidak ada warga binaan yang melarikan diri.\nKunjungan dibuka kembali pada Kamis, 14 Mei 2026.",
    facts=("Lapas Pontianak dihuni 1.087 warga binaan.",),
)
FEES = past(
    2,
    1,
    2,
    "Tarif paspor biasa 48 halaman Rp350.000 dan dibayar lewat kas negara.\nPembayaran tidak dilakukan di loket."
    "\nMasa berlaku paspor sepuluh tahun.",
)
PASTS = (FIRST, SECOND, FEES)


def told(memory: Memory) -> list[tuple[int, int, FindingKind, str]]:
    return [
        (one.past.issue, one.past.version, one.finding.kind, one.finding.text)
        for one in memory.contradictions
    ]


@pytest.mark.parametrize(
    ("text", "issue", "kind", "words", "source"),
    [
        ("Tarif paspor biasa 48 halaman adalah Rp500.000.", 2, "money", "Rp500.000", "Rp350.000"),
        ("Masa berlaku paspor lima tahun.", 2, "figure", "lima tahun", "sepuluh tahun"),
        ("Pembayaran paspor dilakukan di loket.", 2, "negation", "dilakukan", "tidak dilakukan"),
        ("Situasi Lapas Pontianak terkendali sejak pukul 09.00 WIB.", 1, "time", "pukul 09.00 WIB", "07.50"),
        ("Kunjungan dibuka kembali pada Jumat, 15 Mei 2026.", 1, "date", "Jumat, 15 Mei 2026", "14 Mei"),
        (
            "Lima orang tewas dalam kericuhan di Lapas Pontianak.",
            1,
            "figure",
            "Lima",
            "tidak ada korban jiwa",
        ),
        ("Dua warga binaan Lapas Pontianak melarikan diri.", 1, "figure", "Dua", "Tidak ada warga binaan"),
        ("Lapas Pontianak dihuni 1.200 warga binaan.", 1, "figure", "1.200", "1.087"),
    ],
)
def test_what_was_said_otherwise_is_found_with_its_narrative(
    text: str, issue: int, kind: str, words: str, source: str
) -> None:
    found = [one for one in recall(text, PASTS).contradictions if one.past.in_force]
    assert [(one.past.issue, one.finding.kind.value, one.finding.text) for one in found] == [
        (issue, kind, words)
    ]
    assert source in found[0].finding.source
    assert found[0].sentence == text


@pytest.mark.parametrize(
    "text",
    [
        "Situasi Lapas Pontianak terkendali sejak pukul 07.50 WIB.",
        "Tidak ada korban jiwa dan tidak ada warga binaan yang melarikan diri.",
        "Tarif paspor biasa 48 halaman adalah Rp350.000.",
        "Tujuh orang luka ringan dalam kericuhan di Lapas Medan.",
        "Kericuhan di Lapas Pontianak pada 3 Maret 2021 melukai sembilan orang.",
        "Rapat kerja membahas anggaran tahun depan.",
        "",
    ],
    ids=[
        "same",
        "same in other words",
        "same fee",
        "another place",
        "another year",
        "another matter",
        "nothing",
    ],
)
def test_what_was_never_said_otherwise_is_left_alone(text: str) -> None:
    assert not [one for one in recall(text, PASTS).contradictions if one.past.in_force]


def test_offsets_count_in_the_whole_text() -> None:
    text = "Terima kasih atas perhatiannya. Masa berlaku paspor lima tahun."
    (one,) = recall(text, PASTS).contradictions
    assert text[one.finding.start : one.finding.end] == "lima tahun"


def test_what_is_in_force_comes_before_what_no_longer_is() -> None:
    memory = recall("Tiga orang luka ringan dalam kericuhan di Lapas Pontianak.", PASTS)
    assert told(memory) == [(1, 2, FindingKind.FIGURE, "Tiga"), (1, 1, FindingKind.FIGURE, "Tiga")]
    assert [one.past.in_force for one in memory.contradictions] == [True, False]


def test_two_versions_that_say_the_same_contradict_once() -> None:
    older = past(2, 0, 1, FEES.text, in_force=False)
    assert told(recall("Masa berlaku paspor lima tahun.", (older, FEES))) == [
        (2, 1, FindingKind.FIGURE, "lima tahun")
    ]


def test_of_many_narratives_those_on_other_matters_are_left_alone() -> None:
    """The labelled pairs of the drift check, one in three, each text against all narratives at once."""
    some = pairs("own")[::3]
    issues = {
        text: number for number, text in enumerate(dict.fromkeys(pair["narrative"] for pair in some), 1)
    }
    known = [past(number, 1, 1, text) for text, number in issues.items()]
    flagged = strange = likest = 0
    for pair in some:
        memory, mine = recall(pair["variant"], known), issues[pair["narrative"]]
        found = {one.past.issue for one in memory.contradictions}
        flagged += bool(pair["faithful"] and mine in found)
        strange += bool(found - {mine})
        likest += bool(memory.similar) and memory.similar[0].past.issue == mine
    assert flagged / sum(pair["faithful"] for pair in some) <= 0.05
    assert strange / len(some) <= 0.05
    assert likest / len(some) >= 0.85


def test_past_issues_like_this_one_are_named_the_likest_first_and_each_once() -> None:
    memory = recall("Kericuhan pecah di Lapas Sorong, beberapa warga binaan luka.", PASTS)
    assert [one.past.issue for one in memory.similar] == [1]
    assert memory.similar[0].past.version == 2
    assert recall("Sistem antrean daring terganggu di bandara.", PASTS).similar == ()
