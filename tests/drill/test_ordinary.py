from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime

import pytest

from pantau.domain.source import Tier
from pantau.drill.draft import Draft
from pantau.drill.events import templates
from pantau.drill.ordinary import ordinary_news
from pantau.drill.outlets import WIB, places

START = datetime(2026, 5, 12, tzinfo=WIB)


@pytest.fixture(scope="module")
def day() -> list[Draft]:
    return ordinary_news("hari-biasa", START, 24, set())


def _by_event(day: list[Draft]) -> dict[str, list[Draft]]:
    found = defaultdict(list)
    for draft in day:
        found[draft.story].append(draft)
    return found


def test_a_day_has_the_news_of_a_day(day):
    assert 400 <= len(day) <= 900
    assert len({draft.outlet.slug for draft in day}) >= 40


def test_the_same_seed_writes_the_same_day_and_another_one_another(day):
    assert ordinary_news("hari-biasa", START, 24, set()) == day
    assert ordinary_news("hari-lain", START, 24, set()) != day


def test_no_headline_comes_twice_nor_one_that_is_taken(day):
    titles = [draft.title for draft in day]
    assert len(set(titles)) == len(titles)
    again = ordinary_news("hari-biasa", START, 24, set(titles))
    assert not set(titles) & {draft.title for draft in again}


def test_newsrooms_sleep_at_night(day):
    hours = Counter(draft.minute // 60 for draft in day)
    assert sum(hours[hour] for hour in range(5)) < 0.05 * len(day)
    assert sum(hours[hour] for hour in range(8, 18)) > 0.5 * len(day)


def test_night_is_where_the_clock_says_so_not_at_the_start():
    evening = ordinary_news("malam", START.replace(hour=20), 12, set())
    hours = Counter((20 + draft.minute // 60) % 24 for draft in evening)
    assert hours[7] > 2 * (hours[1] + hours[2] + hours[3])


def test_some_events_are_told_by_several_outlets_in_other_words(day):
    told = [drafts for drafts in _by_event(day).values() if len(drafts) > 1]
    assert len(told) > 60
    assert max(map(len, told)) <= 5
    for drafts in told:
        assert len({draft.outlet.slug for draft in drafts}) == len(drafts)
        assert len({draft.place for draft in drafts}) == 1


def test_the_ministry_is_in_the_news_on_an_ordinary_day_too(day):
    words = ("lapas", "imigrasi", "remisi", "paspor", "kemenkumham", "notaris")
    near = [draft for draft in day if any(word in draft.text.lower() for word in words)]
    assert 30 <= len(near) <= 0.3 * len(day)


def test_officials_write_about_their_own_work_alone(day):
    official = [draft for draft in day if draft.outlet.slug == "warta-imigrasi"]
    assert official
    about = [(draft.title + draft.text).lower() for draft in official]
    assert all("imigrasi" in text or "paspor" in text or "dideportasi" in text for text in about)


def test_regional_outlets_write_about_their_own_province_alone(day):
    towns = {draft.place for draft in day if draft.outlet.region == "61"}
    assert towns <= {*places()["61"].cities, *places()["61"].regencies}


def test_fact_checkers_debunk_and_nothing_else(day):
    checks = [draft for draft in day if draft.outlet.tier is Tier.FACT_CHECKER]
    assert checks
    assert all("klaim" in draft.text.lower() for draft in checks)


def test_there_are_templates_enough_for_a_day():
    assert len(templates()) >= 120
    assert len({template.desk for template in templates()}) >= 10
