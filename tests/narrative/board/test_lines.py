"""Reports into lines: who said it first, who copied it, how it moved, what holds officially."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pantau.domain.board import Line, Official, Stance
from pantau.domain.ids import ArticleId
from pantau.narrative.board import Older, Report, assemble, read

NOON = datetime(2026, 5, 12, 5, tzinfo=UTC)


def report(
    number: int, title: str, text: str = "", *, official: bool = False, copies: tuple[Report, ...] = ()
) -> Report:
    """The report of minute `number` by the outlet of that number."""
    at = NOON + timedelta(minutes=number)
    return Report(ArticleId(number), f"Media {number}", at, title, text, official, copies)


def one(lines: tuple[Line, ...], state: str, part: str = "") -> Line:
    return next(line for line in lines if (line.topic.state, line.topic.part) == (state, part))


def test_a_toll_that_moves_is_one_line_with_its_steps_however_it_is_worded() -> None:
    lines = assemble(
        [
            report(1, "3 Tewas dalam Kericuhan"),
            report(2, "Lima Napi Meninggal di Lapas"),
            report(3, "Korban Jiwa Tetap 5 Orang"),
            report(4, "Polisi: Dua Orang Tewas", official=True),
        ]
    )
    dead = one(lines, "dead")
    assert len(lines) == 1
    assert [told.value for told in dead.steps] == [3, 5, 2]
    assert [(value.source, value.first) for value in dead.values] == [
        ("Media 1", True),
        ("Media 2", True),
        ("Media 3", False),
        ("Media 4", True),
    ]
    assert dead.official is not None
    assert dead.official.told.value == 2


def test_the_dead_and_the_injured_are_two_lines_and_an_article_counts_on_both() -> None:
    lines = assemble([report(1, "Dua tewas, empat tahanan luka")])
    assert [line.topic.state for line in lines] == ["dead", "injured"]
    assert [line.values[0].told.value for line in lines] == [2, 4]


def test_a_copy_stands_under_the_report_that_it_repeats() -> None:
    copy = report(5, "Empat tahanan luka")
    lines = assemble([report(1, "Empat tahanan luka", copies=(copy,))])
    (value,) = one(lines, "injured").values
    assert [(same.source, same.at) for same in value.copies] == [("Media 5", NOON + timedelta(minutes=5))]
    assert one(lines, "injured").outlets == 2


def test_a_copy_with_another_figure_says_its_own() -> None:
    copy = report(5, "Tujuh tahanan luka")
    injured = one(assemble([report(1, "Empat tahanan luka", copies=(copy,))]), "injured")
    assert [(value.source, value.told.value) for value in injured.values] == [("Media 1", 4), ("Media 5", 7)]
    assert injured.values[0].copies == ()


def test_a_figure_that_is_called_false_is_no_step_but_stays_on_the_line() -> None:
    dead = one(assemble([report(1, "Dua orang tewas"), report(2, "[SALAH] 12 Napi Tewas")]), "dead")
    assert [told.value for told in dead.steps] == [2]
    assert dead.values[1].told.stance is Stance.DENIED
    assert dead.is_disputed


def test_a_vague_figure_after_an_exact_one_in_it_is_no_step() -> None:
    dead = one(assemble([report(1, "12 Napi Tewas"), report(2, "Belasan Napi Tewas")]), "dead")
    assert [told.value for told in dead.steps] == [12]


def test_an_outlet_that_returns_to_an_old_value_moves_the_line_and_another_that_repeats_it_does_not() -> None:
    back = report(4, "Tiga orang tewas")
    same_outlet = Report(ArticleId(5), "Media 2", NOON + timedelta(minutes=5), "Tiga orang tewas", "")
    first = [report(1, "Tiga orang tewas"), report(2, "Lima orang tewas")]
    assert [told.value for told in one(assemble([*first, back]), "dead").steps] == [3, 5]
    assert [told.value for told in one(assemble([*first, same_outlet]), "dead").steps] == [3, 5, 3]


def test_the_narrative_weighs_more_than_a_fact_and_both_more_than_an_official_outlet() -> None:
    def desk(text: str, version: int | None) -> list[Official]:
        return [Official(told, "rumah sakit", NOON, version=version) for told in read("", text)]

    reports = [report(1, "Tiga orang tewas"), report(2, "Kanwil: dua orang tewas", official=True)]
    facts, narrative = desk("Satu orang meninggal.", None), desk("Tidak ada korban jiwa.", 2)
    for official, value in (([], 2), (facts, 1), ([*narrative, *facts], 0)):
        found = one(assemble(reports, official), "dead").official
        assert found is not None
        assert found.told.value == value


def test_what_only_the_desk_says_is_no_line() -> None:
    official = [Official(told, "", NOON, version=1) for told in read("", "Dua orang luka.")]
    assert assemble([report(1, "Lapas ricuh")], official) == ()


def test_counts_of_one_noun_for_two_things_are_two_lines() -> None:
    lines = assemble(
        [
            report(1, "Sebanyak 70 pemohon diminta menunggu"),
            report(2, "Uang 14 pemohon dikembalikan"),
            report(3, "Uang 15 pemohon sudah dikembalikan"),
        ]
    )
    assert sorted([told.value for told in line.steps] for line in lines) == [[14, 15], [70]]


def test_people_of_whom_nothing_is_told_are_those_of_whom_as_many_something_is() -> None:
    lines = assemble([report(1, "Sepuluh deteni kabur"), report(2, "Foto 10 deteni ditempel di pasar")])
    assert [(line.topic.state, len(line.values)) for line in lines] == [("escaped", 2)]


def test_the_dead_stand_above_what_most_outlets_carry() -> None:
    many = [report(number, "Sebanyak 180 personel dikerahkan") for number in range(1, 6)]
    lines = assemble([*many, report(9, "Satu orang tewas")])
    assert [line.topic.state or line.topic.thing for line in lines] == ["dead", "personel"]


def test_an_outlet_that_changed_its_report_said_both_each_at_its_minute() -> None:
    late = NOON + timedelta(hours=2)
    changed = Report(
        ArticleId(1),
        "Media 1",
        NOON,
        "Dua orang tewas",
        "",
        copies=(report(5, "12 orang tewas"),),
        older=(Older("12 orang tewas", "", late),),
    )
    dead = one(assemble([changed]), "dead")
    assert [(value.told.value, value.at) for value in dead.values] == [(12, NOON), (2, late)]
    assert [told.value for told in dead.steps] == [12, 2]
    assert [copy.source for copy in dead.values[0].copies] == ["Media 5"]
