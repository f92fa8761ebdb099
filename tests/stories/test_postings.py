from pantau.stories.postings import LONGEST, Postings


def test_stories_are_counted_by_the_terms_they_share():
    postings = Postings()
    postings.add(1, [10, 11, 12, 13])
    postings.add(2, [13])
    assert postings.count([10, 11, 12, 13]) == {1: 7, 2: 1}  # the three weightiest terms count twice


def test_lists_stay_short_and_keep_the_latest():
    postings = Postings()
    for story in range(LONGEST * 3):
        postings.add(story, [1])
    counted = postings.count([1])
    assert len(counted) <= LONGEST
    assert LONGEST * 3 - 1 in counted


def test_a_busy_story_is_listed_once_in_a_while():
    postings = Postings()
    for _ in range(100):
        postings.add(7, [1])
    assert postings.count([1]) == {7: 2}


def test_only_kept_stories_stay():
    postings = Postings()
    postings.add(1, [5])
    postings.add(2, [5, 6])
    postings.keep({1})
    assert postings.count([5, 6]) == {1: 2}
