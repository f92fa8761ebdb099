from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pantau import words
from pantau.domain.source import Tier
from pantau.domain.story import RiskKind, ToneLabel
from pantau.stories.activity import Sighting, StoryActivity
from pantau.stories.baseline import Baseline
from pantau.stories.lessons import Decision, Lessons
from pantau.stories.trend import TrendSettings, score

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
START = NOON.timestamp()
MINUTE = 60.0


def sighting(minute, source, tier=Tier.REGIONAL, **said):
    return Sighting(START + minute * MINUTE, source, tier, **said)


def scored(sightings, *, minute=None, baseline=None, settings=None, lessons=None):
    activity = StoryActivity.of(sightings)
    now = NOON + timedelta(minutes=minute if minute is not None else (activity.last - START) / MINUTE)
    return score(activity, baseline or Baseline(), now=now, settings=settings, lessons=lessons)


def points(result, key):
    return sum(reason.points for reason in result.reasons if reason.key in (key, f"{key}.new", f"{key}.all"))


def told(result, language="id"):
    return [
        words.say(f"reason.{reason.key}", language, **{"value": reason.value, **reason.facts})
        for reason in result.reasons
    ]


def riot(reports=12, every=4, **said):
    tiers = [Tier.REGIONAL, Tier.REGIONAL, Tier.NATIONAL]
    return [
        sighting(
            number * every,
            number,
            tiers[number % 3],
            topics=(("Kericuhan dan pelarian", 10.0),),
            severity=1.0,
            word="kerusuhan",
            **said,
        )
        for number in range(reports)
    ]


def ordinary(reports=4, every=50):
    return [sighting(number * every, number) for number in range(reports)]


def test_a_growing_crisis_alerts_and_ordinary_news_does_not():
    assert scored(riot(tone=ToneLabel.NEGATIVE)).alert
    assert scored(riot()).points > 65
    assert not scored(ordinary()).alert
    assert scored(ordinary()).points < 30


def test_popular_news_of_no_concern_to_the_ministry_never_alerts():
    match = [sighting(number, number, Tier.NATIONAL) for number in range(40)]
    assert not scored(match).alert


def test_the_third_report_within_minutes_outranks_slow_stories():
    quick = [sighting(minute, minute) for minute in (0, 12, 20)]
    slow = [sighting(minute, minute) for minute in (0, 90, 180)]
    assert scored(quick).points > scored(slow).points
    assert scored(quick).points > scored(ordinary(2, 60)).points


def test_a_score_fades_when_no_more_reports_come_and_says_so():
    fresh, later, old = (scored(riot(), minute=minute) for minute in (44, 44 + 240, 44 + 1440))
    assert fresh.points > later.points > old.points
    assert points(later, "age") < 0
    assert old.points < fresh.points / 4


def test_more_than_usual_counts_more_than_what_is_usual():
    loud = Baseline()
    for hour in range(200, 0, -1):
        for _ in range(20):
            loud.observe("Kericuhan dan pelarian", START - hour * 3600)
    assert points(scored(riot(5)), "pace") > points(scored(riot(5), baseline=loud), "pace") + 5


def test_copies_are_reach_and_no_voices():
    own = riot()
    copied = [
        *own[:1],
        *(sighting(4 * number, number, copy=True, topics=own[0].topics) for number in range(1, 12)),
    ]
    assert points(scored(copied), "copies") < 0
    assert scored(copied).points < scored(own).points - 10


def test_rising_from_local_to_national_news_is_a_reason_of_its_own():
    local = [sighting(0, 1), sighting(5, 2), sighting(9, 3, Tier.NATIONAL)]
    national = [sighting(0, 3, Tier.NATIONAL), sighting(5, 2), sighting(9, 1)]
    assert points(scored(local), "jump") > 0
    assert points(scored(national), "jump") == 0


def test_silence_of_the_ministry_counts_until_an_official_source_speaks():
    silent = scored(riot(), minute=60)
    answered = scored([*riot(), sighting(50, 99, Tier.OFFICIAL)], minute=60)
    assert points(silent, "unanswered") > 0
    assert points(answered, "unanswered") == 0


def test_praise_lowers_and_blame_raises():
    neutral = scored(riot()).points
    assert scored(riot(tone=ToneLabel.NEGATIVE)).points > neutral
    assert scored(riot(tone=ToneLabel.POSITIVE)).points < neutral


def test_a_call_for_violence_weighs_and_has_its_sentence():
    called = scored(riot(3, risks=(RiskKind.INCITEMENT,)))
    assert points(called, "risk.provokasi") > 0


def test_the_first_reason_tells_what_is_unusual():
    quiet = Baseline()
    for hour in range(48, 0, -2):
        quiet.observe("Kericuhan dan pelarian", START - hour * 3600)
    assert "12 laporan dalam 44 menit terakhir; biasanya 0,5 per jam untuk topiknya." in told(
        scored(riot(), minute=44, baseline=quiet)
    )


def test_nothing_is_called_usual_before_it_was_counted_for_hours():
    assert "12 laporan dalam 44 menit terakhir." in told(scored(riot(), minute=44))


def learned(key, per_hour, hours=200):
    baseline = Baseline()
    for hour in range(hours, 0, -1):
        for _ in range(per_hour(-hour % 24)):
            baseline.observe(key, START - hour * 3600)
    return baseline


def test_news_of_no_topic_is_held_against_all_news_of_that_hour():
    busy = learned(Baseline.ALL, lambda hour: 40)
    assert "4 laporan dalam 9 menit terakhir; semua sumber bersama biasanya 40 per jam pada jam ini." in told(
        scored(ordinary(4, 3), baseline=busy)
    )


def test_a_topic_that_is_hardly_ever_told_of_is_called_rare():
    seldom = Baseline()
    seldom.observe("Kericuhan dan pelarian", START - 300 * 3600)
    assert "12 laporan dalam 44 menit terakhir; topiknya jarang diberitakan." in told(
        scored(riot(), minute=44, baseline=seldom)
    )


def test_three_reports_at_a_quiet_hour_are_more_than_at_a_busy_one():
    noon_is_quiet = learned(Baseline.ALL, lambda hour: 2 if hour in (0, 23) else 60)
    noon_is_busy = learned(Baseline.ALL, lambda hour: 60 if hour in (0, 23) else 2)
    quiet, busy = (scored(ordinary(3, 8), baseline=each) for each in (noon_is_quiet, noon_is_busy))
    assert points(quiet, "pace") > points(busy, "pace") + 2


def test_an_outlet_that_prints_everything_says_less_by_printing_this():
    lone = sighting(0, 1, topics=(("Paspor", 6.0),), severity=0.9, word="korupsi")
    busy = learned(Baseline.of_source(1), lambda hour: 12)
    assert scored([lone], baseline=busy).points < scored([lone]).points - 1
    assert "Baru satu media yang memuatnya, yang biasanya menulis 12 berita per jam." in told(
        scored([lone], baseline=busy)
    )


def test_what_finds_new_outlets_hours_later_has_legs_and_the_sentence_says_since_when():
    slow = [sighting(minute, minute) for minute in (0, 100, 200)]
    assert "Media baru masih ikut memuat 3 jam 20 menit setelah laporan pertama." in told(scored(slow))
    assert points(scored(slow), "legs") > 2
    assert points(scored(slow, minute=900), "legs") < 0.5


def test_routine_news_of_the_ministry_weighs_less_than_grave_news():
    routine = scored([sighting(0, 1, topics=(("Imigrasi", 6.0),)), sighting(9, 2)])
    assert points(routine, "routine") < 0
    assert points(scored(riot()), "routine") == 0


def test_a_named_window_holds_exactly_the_reports_that_it_names():
    slow = [sighting(minute, minute) for minute in (0, 3, 95, 110, 131)]
    assert "3 laporan dalam 51 menit terakhir." in told(scored(slow, minute=141))


def test_a_lone_report_is_told_in_the_singular():
    lone = sighting(0, 1, Tier.NATIONAL, topics=(("Paspor", 6.0),), severity=0.9, word="korupsi")
    assert set(told(scored([lone], minute=0))) == {
        "1 laporan dalam 1 menit terakhir.",
        "Menyangkut topik Paspor (bobot 6).",
        "Judulnya menyebut korupsi atau pungli.",
        "1 media nasional memuatnya.",
        "Baru satu media yang memuatnya.",
    }
    assert "1 report in the last 1 minute." in told(scored([lone], minute=0), "en")


def test_long_silences_are_told_in_hours():
    said = told(scored([*riot(), sighting(60, 40)], minute=60 + 13 * 60))
    assert "Tidak ada laporan baru selama 13 jam." in said
    assert "Belum ada sumber resmi yang memuatnya, 14 jam sejak laporan pertama." in said


def test_a_topic_of_one_stray_report_is_not_the_storys():
    stray = sighting(8, 9, topics=(("Kericuhan dan pelarian", 10.0),))
    assert points(scored([*ordinary(5, 2), stray]), "topic") == 0


def test_what_an_affair_of_the_ministry_was_lasts_longer_than_other_news():
    def left(result, fresh):
        return result.points / fresh.points

    bare = [sighting(number * 4, number, Tier.NATIONAL) for number in range(12)]
    affair, other = scored(riot(), minute=44), scored(bare, minute=44)
    assert left(scored(riot(), minute=540), affair) > 1.3 * left(scored(bare, minute=540), other)


def test_an_outlet_that_writes_again_and_again_spreads_nothing():
    serial = [sighting(4 * number, 1) for number in range(6)]
    spread = [sighting(4 * number, number) for number in range(6)]
    assert scored(spread).points > scored(serial).points + 15


def test_an_empty_story_scores_nothing():
    assert score(StoryActivity(), Baseline(), now=NOON).points == 0


TIERS = list(Tier)
SIGHTINGS = st.builds(
    lambda minute, source, **said: sighting(minute, source, TIERS[source % len(TIERS)], **said),
    st.integers(0, 3000),
    st.integers(1, 30),
    copy=st.booleans(),
    topics=st.sampled_from([(), (("Imigrasi", 6.0),), (("Lapas", 9.0), ("HAM", 3.0))]),
    tone=st.sampled_from(ToneLabel),
    risks=st.sampled_from([(), (RiskKind.HOAX,), (RiskKind.HATE, RiskKind.INCITEMENT)]),
    severity=st.sampled_from([0.0, 0.5, 1.0]),
    word=st.sampled_from(["kematian", "kerusuhan"]),
)


@given(st.lists(SIGHTINGS, min_size=1, max_size=40), st.integers(0, 5000))
def test_reasons_add_up_to_the_score_to_a_tenth_and_each_has_a_sentence(sightings, later):
    result = scored(sightings, minute=3000 + later)
    assert 0 <= result.points <= 100
    assert sum(round(10 * reason.points) for reason in result.reasons) == round(10 * result.points)
    assert all(round(reason.points, 1) == reason.points for reason in result.reasons)
    for reason in result.reasons:
        for language in ("id", "en"):
            said = words.say(f"reason.{reason.key}", language, **reason.facts)
            assert not said.startswith("reason.")
            assert "\N{EN DASH}" not in said


@given(st.lists(SIGHTINGS, min_size=1, max_size=20), st.randoms())
def test_a_score_does_not_depend_on_the_order_in_which_reports_came_in(sightings, chance):
    shuffled = list(sightings)
    chance.shuffle(shuffled)
    assert scored(shuffled, minute=3100).points == pytest.approx(scored(sightings, minute=3100).points)


def test_weights_are_settings():
    calm = TrendSettings(pace=0, breadth=0, severity=0)
    assert scored(riot(), settings=calm).points < scored(riot()).points


def test_what_officers_dismiss_loses_a_little_and_says_so_but_never_a_grave_affair():
    dismissed = Lessons([Decision(False, START, ("Imigrasi", "Kericuhan dan pelarian"))] * 9, now=START)
    routine = [sighting(0, 1, topics=(("Imigrasi", 6.0),)), sighting(9, 2, topics=(("Imigrasi", 6.0),))]
    plain, taught = scored(routine), scored(routine, lessons=dismissed)
    assert plain.points - 8 <= taught.points < plain.points
    assert "Petugas belakangan mengabaikan 9 dari 9 kabar bertopik Imigrasi." in told(taught)
    assert scored(riot(), lessons=dismissed) == scored(riot())


def test_what_officers_take_up_gains_and_what_they_take_back_does_not():
    routine = [sighting(0, 1, topics=(("Imigrasi", 6.0),)), sighting(9, 2, topics=(("Imigrasi", 6.0),))]
    taken = Lessons([Decision(True, START, ("Imigrasi",))] * 6, now=START)
    assert scored(routine).points < scored(routine, lessons=taken).points <= scored(routine).points + 5
    assert scored(routine, lessons=Lessons()) == scored(routine)
