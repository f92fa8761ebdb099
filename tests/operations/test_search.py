from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from tests.queries import QUERIES, WORDS

from pantau.domain.errors import PantauError
from pantau.domain.ids import TopicId
from pantau.domain.topic import Topic
from pantau.language.document import Document, Field
from pantau.language.nodes import Hit
from pantau.language.query import Matcher
from pantau.operations import Desk, search

LONG = "Pembuka yang panjang. " * 30 + "Seorang napi kabur lewat tembok. " + "Penutup yang panjang. " * 30


def test_articles_are_found_best_first_and_only_those_that_fit(desk: Desk, publish) -> None:  # type: ignore[no-untyped-def]
    in_title = publish("Napi kabur dari lapas", "Petugas mengejar.")
    in_text = publish("Warga resah", "Ada kabar tentang napi yang kabur pada malam hari di lapas itu.")
    publish("Napi dapat remisi", "Tidak ada yang lari.")
    found = search.find(desk, "napi kabur")
    assert [one.article.id for one in found] == [in_title, in_text]
    assert found[0].rank <= found[1].rank


def test_the_query_language_decides_where_the_index_only_narrows(desk: Desk, publish) -> None:  # type: ignore[no-untyped-def]
    publish("Lapas penuh", "Kapasitas lapas terlampaui.")
    bapas = publish("Bapas baru", "Balai pemasyarakatan diresmikan.")
    assert [one.article.id for one in search.find(desk, "=bapas NOT lapas")] == [bapas]


def test_the_limit_counts_articles_that_fit(desk: Desk, publish) -> None:  # type: ignore[no-untyped-def]
    for number in range(5):
        publish(f"Paspor {number}", "Antrean paspor.")
    assert len(search.find(desk, "paspor", limit=3)) == 3


def test_a_query_that_cannot_be_read_says_where(desk: Desk) -> None:
    with pytest.raises(PantauError, match=r"query\.syntax"):
        search.find(desk, "(paspor")


def test_a_snippet_shows_the_words_in_their_place(desk: Desk, publish) -> None:  # type: ignore[no-untyped-def]
    publish("Pelarian", LONG)
    (found,) = search.find(desk, "kabur tembok")
    assert "napi kabur lewat tembok" in found.snippet
    assert len(found.snippet) <= search.SNIPPET_LENGTH + 4
    assert found.snippet.startswith("… ")
    assert found.snippet.endswith(" …")


@pytest.mark.parametrize("text", ["", "pendek", "x" * 1000, "kata " * 300])
def test_a_snippet_of_any_text_is_short(text: str) -> None:
    for start in (0, len(text) // 2, max(0, len(text) - 1)):
        cut = search.snippet(text, [Hit(Field.TEXT, start, min(len(text), start + 1), "")])
        assert len(cut) <= search.SNIPPET_LENGTH + 4


# --- what a topic finds as articles come in, and what a search finds among those stored


@pytest.fixture
def corpus(publish) -> dict[int, Document]:  # type: ignore[no-untyped-def]
    chosen = random.Random(1)
    found = {}
    for number in range(60):
        title = " ".join([*chosen.choices(WORDS, k=chosen.randint(0, 4)), f"judul{number}"])
        text = " ".join(chosen.choices(WORDS, k=chosen.randint(0, 8)))
        found[publish(title, text)] = Document(title, text)
    return found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(asked=QUERIES)
def test_a_search_finds_what_a_topic_of_the_same_words_fits(
    desk: Desk, corpus: dict[int, Document], asked: str
) -> None:
    matcher = Matcher([Topic(TopicId(1), "Topik", asked, "imigrasi")])
    fitting = {article for article, document in corpus.items() if matcher.match(document)}
    assert {found.article.id for found in search.find(desk, asked, len(corpus))} == fitting
