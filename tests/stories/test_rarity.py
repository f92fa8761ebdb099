from hypothesis import given
from hypothesis import strategies as st

from pantau.stories.rarity import rarest_shared

SHARES = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=12)


@given(shares=SHARES)
def test_the_three_greatest_count_however_many_are_shared(shares):
    rated = [(rarity, rarity * share) for rarity, share in sorted(shares, reverse=True)]
    greatest = sorted((rare for _, rare in rated), reverse=True)[:3]
    assert rarest_shared(rated) == sum(greatest) / 3


def test_what_is_less_rare_than_three_that_were_found_is_not_looked_at():
    seen = []

    def rated():
        for rarity in (0.9, 0.8, 0.7, 0.6, 0.5):
            seen.append(rarity)
            yield rarity, rarity

    rarest_shared(rated())
    assert seen == [0.9, 0.8, 0.7, 0.6]
