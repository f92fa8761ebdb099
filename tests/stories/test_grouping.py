import os
import subprocess
import sys
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pantau.domain.finding import Regrouping
from pantau.language.document import Document
from pantau.language.regions import find
from pantau.stories.grouping import Grouper, GroupingSettings
from pantau.stories.report import Report, in_order
from pantau.stories.sites import sites, systems

HOUR = 3600.0
ESCAPE = [
    (
        "Lima Napi Lapas Tarakan Kabur Lewat Gorong-Gorong",
        "Lima narapidana melarikan diri dari Lapas Tarakan.",
    ),
    (
        "Napi Kabur dari Lapas Tarakan, Polisi Sekat Pelabuhan",
        "Polisi mengejar lima napi Lapas Tarakan yang kabur.",
    ),
    (
        "Kalapas Tarakan Minta Maaf soal Lima Napi Kabur",
        "Kepala Lapas Tarakan meminta maaf setelah napi kabur.",
    ),
]
OTHERS = [
    ("Antrean Paspor di Semarang Mengular", "Pemohon paspor menunggu enam jam akibat gangguan server."),
    ("Harga Cabai Naik Jelang Ramadan", "Pedagang pasar mengeluhkan pasokan cabai yang seret."),
    ("Tim Muda Tahan Imbang Juara Bertahan", "Gol penyeimbang lahir pada menit terakhir."),
    (
        "Gempa Guncang Pesisir Selatan Bengkulu",
        "Warga berhamburan keluar rumah, belum ada laporan kerusakan.",
    ),
    ("Rapat Anggaran Desa Digelar Terbuka", "Warga menyoroti dana perbaikan jembatan gantung."),
]


def reports(texts, *, begin=0.0, step=600.0, places=()):
    ids = count(int(begin) + 1)
    marked = [frozenset(named) for named in places] or [frozenset[str]()] * len(texts)
    return [
        Report(next(ids), begin + step * number, Document(title, text), marked[number])
        for number, (title, text) in enumerate(texts)
    ]


def stories(texts, **options):
    grouper = Grouper()
    return [grouper.place(report).story for report in reports(texts, **options)]


def test_one_event_in_other_words_is_one_story_and_other_news_is_not():
    found = stories([*OTHERS, *ESCAPE])
    assert len(set(found[-3:])) == 1
    assert len(set(found[:-3])) == len(OTHERS)
    assert found[-1] not in found[:-3]


def test_two_riots_in_two_cities_on_one_day_are_two_stories():
    riots = [
        ("Kerusuhan Pecah di Rutan Siak, Sel Dibakar", "Tahanan Rutan Siak membakar sel pada dini hari."),
        ("Kerusuhan Pecah di Lapas Palu, Sel Dibakar", "Napi Lapas Palu membakar sel pada dini hari."),
        ("Rutan Siak Rusuh, Tahanan Dipindahkan", "Tahanan Rutan Siak dipindahkan setelah kerusuhan."),
        ("Lapas Palu Rusuh, Napi Dipindahkan", "Napi Lapas Palu dipindahkan setelah kerusuhan."),
    ]
    siak, palu = ["14.08"], ["72.71"]
    found = stories([*OTHERS, *riots], places=[[]] * len(OTHERS) + [siak, palu, siak, palu])[-4:]
    assert found[0] == found[2]
    assert found[1] == found[3]
    assert found[0] != found[1]


def test_an_affair_of_one_prison_holds_together_with_its_hoax_its_denial_and_what_parliament_says_of_it():
    affair = [
        ("Ricuh di Lapas Tarakan, Bengkel Terbakar", "Warga binaan Lapas Tarakan membakar bengkel."),
        ("Lapas Tarakan Rusuh, Polisi Berjaga", "Polisi berjaga di depan Lapas Tarakan."),
        ("Kabar 9 Napi Tewas di Lapas Tarakan Tidak Benar", "Tidak ada korban jiwa di Lapas Tarakan."),
        ("Komisi III Minta Penjelasan soal Lapas Tarakan", "Anggota DPR meminta penjelasan menteri."),
        ("Komisi DPR Panggil Menteri soal Utang Rumah Sakit", "Rapat kerja membahas utang rumah sakit."),
        ("Warga Binaan Lapas Palu Panen Cabai", "Kebun pembinaan Lapas Palu menghasilkan cabai."),
    ]
    named = [named_in(title, text) for title, text in affair]
    grouper = Grouper()
    found = []
    for report, (codes, names) in zip(reports(affair), named, strict=True):
        found.append(grouper.place(replace(report, places=codes, sites=names)).story)
    assert len(set(found[:4])) == 1
    assert len(set(found[3:])) == 3


def test_an_affair_of_one_national_system_holds_together_wherever_it_is_felt():
    affair = [
        ("Autogate Mati, Antrean Mengular di Bandara Denpasar", "Sistem imigrasi terganggu sejak subuh."),
        ("Sistem Keimigrasian Lumpuh, Penumpang di Medan Menunggu", "Petugas mencatat paspor dengan tangan."),
        ("Sistem Imigrasi Terganggu, Autogate di Surabaya Padam", "Antrean paspor diperiksa dengan tangan."),
    ]
    grouper = Grouper()
    found = []
    for report, (codes, _) in zip(reports(affair), [named_in(*each) for each in affair], strict=True):
        found.append(grouper.place(replace(report, places=codes, sites=systems(report.document))).story)
    assert len(set(found)) == 1


def test_what_one_report_compares_an_event_with_is_no_place_of_the_event():
    told = [["65.71"]] * 12 + [["65.71", "64.72"]]
    texts = [(f"Napi Lapas Tarakan Kabur, Hari Pencarian {day}", "Lima napi kabur.") for day in range(13)]
    grouper = Grouper()
    found = {grouper.place(report).story for report in reports(texts, places=told)}
    assert len(found) == 1
    elsewhere = reports(
        [("Napi Kabur, Lapas Dijaga", "Lima napi kabur.")], begin=9 * HOUR, places=[["64.72"]]
    )
    assert grouper.place(elsewhere[0]).story not in found


def named_in(title, text):
    regions = find(Document(title, text))
    names, codes = sites(regions)
    return codes | {region.code for region in regions}, names


def test_a_province_does_not_contradict_its_city():
    places = [[]] * len(OTHERS) + [["65"], ["65.71"], ["65"]]
    found = stories([*OTHERS, *ESCAPE], places=places)[-3:]
    assert len(set(found)) == 1


def test_an_event_seen_from_the_capital_is_one_story():
    places = [[]] * len(OTHERS) + [["65.71"], ["31"], ["65.71"]]
    found = stories([*OTHERS, *ESCAPE], places=places)[-3:]
    assert len(set(found)) == 1


def test_a_syndicated_copy_names_the_first_report():
    grouper = Grouper()
    first, second, third = reports([ESCAPE[0]] * 3)
    grouper.place(first)
    assert grouper.place(second).copy_of == first.id
    placement = grouper.place(third)
    assert placement.copy_of == first.id
    assert placement.similarity == pytest.approx(1.0, abs=0.2)


def test_a_retelling_is_no_copy_and_names_what_it_is_like():
    grouper = Grouper()
    for report in reports([*OTHERS, ESCAPE[0]]):
        grouper.place(report)
    placement = grouper.place(reports([ESCAPE[1]], begin=9 * HOUR)[0])
    assert placement.copy_of is None
    assert placement.nearest == len(OTHERS) + 1
    assert not placement.is_new


def test_an_event_long_ago_does_not_take_in_new_reports():
    grouper = Grouper()
    old = grouper.place(reports([ESCAPE[0]])[0]).story
    assert grouper.place(reports([ESCAPE[1]], begin=100 * HOUR)[0]).story != old


@pytest.mark.parametrize("held", [False, True], ids=["by size", "whatever people work on"])
def test_stories_that_prove_to_be_one_are_merged_into_the_story_that_stays(held):
    texts = [
        ("Ledakan Gudang Pupuk di Gresik", "Gudang pupuk di Gresik meledak."),
        ("Gudang Pupuk Gresik Meledak", "Ledakan terdengar dari gudang pupuk."),
        (
            "Ledakan Gresik: Sembilan Korban Dirawat",
            "Sembilan korban ledakan dirawat di rumah sakit Ibnu Sina.",
        ),
        (
            "Ledakan Gudang Pupuk Gresik, Sembilan Korban Dirawat",
            "Gudang pupuk Gresik meledak, sembilan korban.",
        ),
    ]
    # Strict on arrival, generous afterwards: the third report begins a story, the fourth bridges.
    grouper = Grouper(GroupingSettings(join=2.0, merge=-1.0))
    placed = [grouper.place(report).story for report in reports(texts[:3])]
    assert placed[0] == placed[1] != placed[2]
    if held:
        grouper.hold(placed[2])
    last = grouper.place(reports(texts[3:], begin=HOUR)[0])
    winner, loser = (placed[2], placed[0]) if held else (placed[0], placed[2])
    assert grouper.regroupings() == [Regrouping(loser, winner)]
    assert last.story == winner
    assert grouper.regroupings() == []
    assert len(grouper) == 1


def test_two_stories_that_people_work_on_are_never_merged():
    grouper = Grouper(GroupingSettings(join=99.0, merge=-99.0))
    for report in reports(ESCAPE):
        grouper.hold(grouper.place(report).story)
    assert grouper.regroupings() == []


def test_a_restarted_grouper_goes_on_where_it_was():
    before, after = reports([*OTHERS, *ESCAPE[:2]]), reports([ESCAPE[2]], begin=5 * HOUR)[0]
    grouper = Grouper(first_id=10)
    placed = [(report, grouper.place(report).story, None) for report in before]
    again = Grouper(first_id=1)
    again.restore(placed)
    assert again.place(after) == grouper.place(after)
    fresh = reports([("Kapal Nelayan Hilang di Laut Sawu", "Pencarian dimulai.")], begin=6 * HOUR)[0]
    assert again.place(fresh).story == grouper.place(fresh).story == max(story for _, story, _ in placed) + 1


def test_forgotten_stories_are_gone_and_the_others_stay():
    grouper = Grouper()
    early = grouper.place(reports([ESCAPE[0]])[0]).story
    late = grouper.place(reports([OTHERS[0]], begin=HOUR)[0]).story
    assert grouper.forget(before=HOUR) == 1
    assert grouper.place(reports([OTHERS[0]], begin=2 * HOUR)[0]).story == late
    assert grouper.place(reports([ESCAPE[0]], begin=2 * HOUR)[0]).story != early


@given(st.permutations(reports([*ESCAPE, *OTHERS], step=0.0)))
def test_reports_of_one_moment_give_the_same_stories_however_they_come_in(shuffled):
    grouper = Grouper()
    found = {report.id: grouper.place(report).story for report in in_order(shuffled)}
    assert found[1] == found[2] == found[3]
    assert len(set(found.values())) == len(OTHERS) + 1


def test_stories_do_not_depend_on_the_seed_of_hashes():
    program = "from tests.stories.test_grouping import *; print(stories([*ESCAPE, *OTHERS, *ESCAPE]))"
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(["src", "."])},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_an_empty_report_begins_a_story_of_its_own():
    assert len(set(stories([("", ""), ("", ""), ("...", "yang di dan")]))) == 3


FIRES = [
    ("Kebakaran Pasar Johar", "Api membakar kios batik, petugas kerahkan pemadam."),
    ("Kebakaran Gudang Tekstil Rancaekek", "Api membakar gulungan kain, petugas kerahkan pemadam."),
    ("Pedagang Pasar Johar Kehilangan Kios Batik", "Kios batik Pasar Johar ludes."),
    ("Gudang Tekstil Rancaekek Ludes", "Gulungan kain di gudang tekstil Rancaekek ludes."),
]


def test_a_story_that_proves_to_be_two_is_split():
    # No report is so like another that they are not told apart, and what is not surely one is two.
    grouper = Grouper(GroupingSettings(join=0.0, merge=2.0, split=2.0, close=2.0))
    first, second, third, last = reports([FIRES[0], FIRES[2], FIRES[1], FIRES[3]])
    grouper.restore([(report, 1, None) for report in (first, second, third)])
    begun = grouper.place(last).story
    assert begun != 1
    assert grouper.regroupings() == [Regrouping(1, begun, (third.id, last.id))]
    assert grouper.regroupings() == []
    assert len(grouper) == 2


def test_a_story_that_people_work_on_is_never_split():
    grouper = Grouper(GroupingSettings(join=-99.0, merge=99.0, split=99.0, close=2.0))
    first, *rest = reports(FIRES)
    grouper.hold(grouper.place(first).story)
    assert len({grouper.place(report).story for report in rest}) == 1
    assert grouper.regroupings() == []


WORDS = [
    "lapas",
    "rusuh",
    "api",
    "napi",
    "kabur",
    "paspor",
    "antre",
    "server",
    "harga",
    "cabai",
    "gempa",
    "banjir",
]
HEADLINES = st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=5), min_size=1, max_size=40)


@given(HEADLINES, st.sets(st.integers(1, 40), max_size=3), st.floats(-3.0, 3.0))
def test_what_is_told_of_merges_and_splits_is_where_every_report_is(titles, held, merge):
    grouper = Grouper(GroupingSettings(join=-2.0, merge=merge, split=merge - 0.5, look=merge, close=0.8))
    where = {}
    for report in reports([(" ".join(title), "") for title in titles]):
        where[report.id] = grouper.place(report).story
        for change in grouper.regroupings():
            gone = change.articles or [each for each, story in where.items() if story == change.story]
            where.update(dict.fromkeys(gone, change.into))
        if report.id in held:
            grouper.hold(where[report.id])
    found = {each: knot.story for knot in grouper.strands() for each in knot.whole.reports()}
    assert found == where
    assert len(grouper) == len(set(where.values()))


def test_what_is_said_again_word_for_word_follows_its_report_into_another_story():
    grouper = Grouper(GroupingSettings(join=-99.0, merge=99.0, split=99.0, close=0.95))
    first, second = reports(FIRES[:2])
    grouper.place(first)
    moved = grouper.place(second).story
    again = grouper.place(replace(second, id=99, at=second.at + 60))
    assert (again.story, again.copy_of) == (moved, second.id)


def test_stories_that_share_no_more_than_their_place_are_no_affair():
    town = [
        ("Santri Barito Kuala Pelihara Kambing", "Santri di Barito Kuala memelihara kambing."),
        ("Sekolah Barito Kuala Terendam", "Sekolah di Barito Kuala terendam banjir."),
        ("Pasar Barito Kuala Dipugar", "Pasar di Barito Kuala dipugar tahun ini."),
    ]
    grouper = Grouper(GroupingSettings(join=99.0, merge=99.0, akin=-99.0))
    placed = [grouper.place(report).story for report in reports(town)]
    assert grouper.akin(placed[-1]) == []
    assert set(grouper.threads().values()) == set(placed)


def test_stories_of_one_affair_make_a_thread_and_others_none():
    grouper = Grouper(GroupingSettings(join=99.0, merge=99.0, akin=-2.0))
    escape = [grouper.place(report).story for report in reports(ESCAPE)]
    others = [grouper.place(report).story for report in reports(OTHERS, begin=HOUR)]
    threads = grouper.threads()
    assert {threads[story] for story in escape} == {escape[0]}
    assert all(threads[story] == story for story in others)


def test_a_review_brings_together_what_nothing_joined_as_it_came_and_says_so_once():
    grouper = Grouper(GroupingSettings(join=9.0))
    apart = [grouper.place(report).story for report in reports([*ESCAPE, *OTHERS])]
    assert len(set(apart)) == len(apart)
    grouper.review()
    first, *others = apart[: len(ESCAPE)]
    assert {(change.story, change.into) for change in grouper.regroupings()} == {
        (one, first) for one in others
    }
    grouper.review()
    assert grouper.regroupings() == []


def test_a_review_of_a_few_begins_with_the_story_that_grew_last():
    grouper = Grouper(GroupingSettings(join=9.0))
    for report in reports([*ESCAPE, OTHERS[0]]):
        grouper.place(report)
    grouper.review(1)
    assert grouper.regroupings() == []
    grouper.review(1)
    assert grouper.regroupings() != []


def test_a_review_ends_no_story_that_people_work_on():
    grouper = Grouper(GroupingSettings(join=9.0))
    *_, last = [grouper.place(report).story for report in reports(ESCAPE)]
    grouper.hold(last)
    grouper.review()
    assert {change.into for change in grouper.regroupings()} == {last}
