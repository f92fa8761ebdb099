import pytest

from pantau.stories.suggestions import FEWEST, Act, Share, Told, Verdict, suggest


def told(verdict, *texts):
    return [Told(frozenset(text.split()), verdict) for text in texts]


RIGHT = told(Verdict.RIGHT, "lapas napi kabur", "lapas napi ricuh", "lapas sipir suap", "lapas napi sakit")
WRONG = told(Verdict.WRONG, "lapas liga gol napi", "lapas liga gol", "lapas liga striker")
OPEN = told(Verdict.OPEN, "lapas sidang", "lapas dapur")


def test_a_word_of_what_was_dismissed_alone_is_to_be_excluded_with_its_counts():
    (one,) = suggest(RIGHT + WRONG + OPEN, [], {"lapas"})
    assert (one.act, one.stem) == (Act.EXCLUDE, "liga")
    assert (one.right, one.wrong, one.open) == (Share(0, 4), Share(3, 3), Share(0, 2))
    assert one.strength == pytest.approx(2.60, abs=0.01)


def test_a_word_that_was_taken_up_as_well_is_never_excluded():
    spared = told(Verdict.RIGHT, "lapas liga napi")
    assert suggest(RIGHT + spared + WRONG * 5, [], {"lapas", "gol", "striker"}) == []


def test_a_word_of_what_a_topic_missed_is_to_be_added():
    missed = told(Verdict.RIGHT, "paspor calo", "visa calo", "itas calo")
    others = told(Verdict.OPEN, "cabai mahal", "liga gol", "hujan deras") + told(Verdict.WRONG, "pilkada")
    (one,) = suggest([], missed + others, frozenset())
    assert (one.act, one.stem, one.right, one.open) == (Act.ADD, "calo", Share(3, 3), Share(0, 3))


@pytest.mark.parametrize("fewer", [RIGHT + WRONG[: FEWEST - 1], RIGHT[:2] + WRONG, WRONG])
def test_few_stories_of_either_side_say_nothing(fewer):
    assert suggest(fewer, [], {"lapas"}) == []


def test_a_word_of_many_undecided_stories_is_left():
    undecided = told(Verdict.OPEN, *["lapas liga"] * 4)
    assert [one.stem for one in suggest(RIGHT * 9 + WRONG + undecided, [], {"lapas"})] == []


def test_known_words_are_no_suggestion():
    assert suggest(RIGHT + WRONG + OPEN, [], {"lapas", "liga"}) == []


def test_words_of_the_same_stories_are_told_by_one_and_other_stories_by_another():
    pilkada = told(Verdict.WRONG, *["lapas pilkada suara"] * 4)
    found = suggest(RIGHT * 3 + WRONG + told(Verdict.WRONG, "liga gol lapas") + pilkada, [], {"lapas"})
    assert [one.stem for one in found] == ["liga", "pilkada"]
    assert [one.strength for one in found] == sorted((one.strength for one in found), reverse=True)


def test_without_stories_there_is_nothing_to_suggest():
    assert suggest([], [], frozenset()) == []
