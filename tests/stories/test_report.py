from hypothesis import given
from hypothesis import strategies as st

from pantau.language.document import Document
from pantau.stories.report import OPENING, opening

WORDS = st.sampled_from(
    ["lapas", "anti-korupsi", "-", "a", "x" * 40, "Rp1.200,5", "orang-orang", "ketidakadilan"]
)


@given(text=st.lists(WORDS, max_size=400).map(" ".join), between=st.sampled_from([" ", "\n", "  "]))
def test_an_opening_begins_as_the_whole_text_does(text, between):
    text = text.replace(" ", between)
    short, whole = opening("Napi kabur", text), Document("Napi kabur", text)
    assert short.title_stems == whole.title_stems
    assert short.text_stems[:OPENING] == whole.text_stems[:OPENING]


def test_of_a_long_text_little_more_is_read_than_its_opening():
    assert len(opening("Judul", "kata " * 5_000).run) < 3 * OPENING
