from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from pantau import assets
from pantau.domain.errors import NotFound, PantauError
from pantau.domain.source import Tier
from pantau.drill import Scenario, available, load, load_file
from pantau.drill.outlets import WIB, outlets, places
from pantau.feeds.addresses import canonical

EVERY = [listing.id for listing in available()]


@pytest.fixture(params=EVERY, scope="module")
def shipped(request: pytest.FixtureRequest) -> Scenario:
    return load(request.param)


def test_scenarios_are_listed_under_the_name_of_their_file():
    assert {file.stem for file in assets.path("drills/scenarios").glob("*.toml")} == set(EVERY)


def test_every_expected_story_is_told_widely_enough_to_be_seen(shipped):
    assert shipped.expected
    for story in shipped.expected:
        reports = shipped.of_story(story.key)
        assert len(reports) >= 25
        assert len({report.outlet.slug for report in reports}) >= 10
        assert len({report.outlet.slug for report in reports[:5]}) >= 3


def test_every_decoy_stays_small(shipped):
    decoys = [story for story in shipped.stories if not story.expected]
    assert decoys
    assert all(2 <= len(shipped.of_story(story.key)) <= 6 for story in decoys)


def test_no_two_reports_share_an_address_and_all_addresses_are_canonical(shipped):
    urls = [report.url for report in shipped.reports]
    assert len(set(urls)) == len(urls)
    assert all(canonical(url) == url for url in urls)


def test_all_headlines_differ_but_those_of_agency_copies(shipped):
    twice = {title for title, count in Counter(r.title for r in shipped.reports).items() if count > 1}
    assert all(report.wire for report in shipped.reports if report.title in twice)


def test_reports_are_in_order_and_within_the_hours(shipped):
    times = [report.at for report in shipped.reports]
    assert times == sorted(times)
    assert shipped.start <= times[0]
    assert times[-1] < shipped.end


def test_texts_are_filled_and_long_enough_to_read(shipped):
    for report in shipped.reports:
        assert "{" not in report.title + report.text
        assert "}" not in report.title + report.text
        assert len(report.text) > 40, report.title
        assert len(report.title) > 8


def test_a_false_claim_is_debunked_and_an_official_speaks(shipped):
    tiers = Counter(r.outlet.tier for story in shipped.expected for r in shipped.of_story(story.key))
    assert tiers[Tier.FACT_CHECKER] >= 1
    assert tiers[Tier.OFFICIAL] >= 1
    assert tiers[Tier.NATIONAL] >= 8


def test_one_headline_tries_the_windows_patience():
    longest = max(len(report.title) for name in EVERY for report in load(name).reports)
    assert 170 <= longest <= 190


def test_there_are_forty_outlets_and_more_in_provinces_that_exist():
    assert len(outlets()) >= 40
    assert {outlet.region for outlet in outlets().values()} - {None} <= places().keys()
    assert all(outlet.site.endswith(".example") for outlet in outlets().values())


def test_a_scenario_can_be_played_on_another_day(small_text, written):
    moved = load_file(written(small_text), start=datetime(2027, 1, 3, 20, tzinfo=WIB), ordinary=False)
    assert moved.reports[0].at.isoformat() == "2027-01-03T20:10:00+07:00"
    assert "Minggu (3/1/2027)" in moved.reports[0].text


def test_a_report_speaks_in_the_zone_of_its_outlet(small):
    sorong = next(report for report in small.reports if report.outlet.slug == "sorong-raya")
    assert sorong.at.isoformat() == "2026-05-12T10:00:00+09:00"


def test_a_report_opens_with_its_city_where_the_outlet_does_so(small):
    opened = {report.outlet.slug: report.text for report in small.reports}
    assert opened["khatulistiwa-pos"].startswith("PONTIANAK, KHATULISTIWA POS - Kericuhan")


def test_a_scenario_that_is_not_shipped_is_not_found():
    with pytest.raises(NotFound) as missing:
        load("gempa")
    assert missing.value.key == "drill.unknown"
    assert "kericuhan-lapas" in str(missing.value.facts["known"])


@pytest.mark.parametrize(
    ("old", "new", "key", "where"),
    [
        ('outlet = "sorong-raya"', 'outlet = "koran-hilang"', "drill.no-outlet", "kecil.toml, report 4"),
        ('"00.40"', '"03.00"', "drill.outside-hours", "kecil.toml, report 2"),
        ('"00.40"', '"0.7"', "drill.field-wrong", "kecil.toml, report 2"),
        ('story = "voli"', 'story = "voly"', "drill.no-story", "kecil.toml, report 4"),
        ('key = "voli"', 'key = "asap"', "drill.story-twice", "kecil.toml, story 2"),
        ('title = "Polisi kepung lapas"\n', "", "drill.field-missing", "kecil.toml, report 3"),
        ("Polisi kepung lapas", "Kericuhan pecah di lapas", "drill.title-twice", "kecil.toml"),
        ("hours = 3", "hours = 0", "drill.field-wrong", "kecil.toml"),
        ("+07:00", "", "drill.field-wrong", "kecil.toml"),
        ("expected = true", 'expected = "ya"', "drill.field-wrong", "kecil.toml, story 1"),
        ("[[report]]", "[[report", "drill.not-toml", "kecil.toml"),
        ('outlet = "suara-kapuas" }', 'outlet = "x" }', "drill.no-outlet", "kecil.toml, report 3, copy 1"),
    ],
    ids=[
        "an outlet that does not exist",
        "a report after the end",
        "a time that is none",
        "a story that does not exist",
        "a story written twice",
        "a report without a headline",
        "a headline used twice",
        "no hours",
        "a start without zone",
        "a word where yes or no belongs",
        "no TOML",
        "a copy in an outlet that does not exist",
    ],
)
def test_a_faulty_script_is_told_by_file_and_record(
    small_text: str, written: Callable[[str], Path], old: str, new: str, key: str, where: str
):
    assert old in small_text
    with pytest.raises(PantauError) as fault:
        load_file(written(small_text.replace(old, new)), ordinary=False)
    assert (fault.value.key, fault.value.facts["where"]) == (key, where)


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(PantauError) as fault:
        load_file(tmp_path / "hilang.toml")
    assert fault.value.key == "drill.unreadable"
