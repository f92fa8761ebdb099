import contextlib
import itertools
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.queries import QUERIES, TEXTS

from pantau import words
from pantau.domain.errors import PantauError
from pantau.domain.ids import TopicId
from pantau.domain.topic import Topic
from pantau.language import near, nodes, query, tokens
from pantau.language.document import Document

RIOT = Document(
    "Dua napi kabur dari Lapas Tarakan",
    "Petugas lembaga pemasyarakatan mengejar narapidana yang melarikan diri. Antrean paspor normal.",
)


@pytest.mark.parametrize(
    "fitting",
    [
        "napi kabur",
        "napi AND kabur",
        "lari",
        "kaburnya",
        "paspor OR visa",
        "napi NOT visa",
        '"lembaga pemasyarakatan"',
        "narap*",
        "=melarikan",
        '="melarikan diri"',
        "title:napi",
        "judul:(napi kabur)",
        "text:paspor",
        '(visa OR napi) "dari lapas"',
        "“dari lapas”",
        "NOT visa napi",
        "rutan OR lapas",
        "napi NEAR/1 kabur",
        "kabur NEAR/0 napi",
        "lapas NEAR/2 napi",
        "lapas NEAR kabur",
        '"antrean paspor" NEAR/3 lari',
        "(visa OR paspor) NEAR/0 normal",
        "paspo* NEAR/0 =normal",
        "title:(napi NEAR/0 kabur)",
        "title:napi NEAR/0 kabur",
        "dua NEAR/0 napi NEAR/0 kabur NEAR/5 tarakan",
        "NOT visa NEAR/3 paspor napi",
        "visa OR napi NEAR/3 kabur lapas",
    ],
)
def test_a_query_finds_what_it_asks_for(fitting):
    assert query.compile(fitting).match(RIOT)


@pytest.mark.parametrize(
    "other",
    [
        "napi visa",
        "napi NOT kabur",
        '"napi dari"',
        "=lari",
        "text:tarakan",
        "title:paspor",
        "imigra*",
        '"tarakan petugas"',
        'title:"lapas petugas"',
        "napi (visa OR NOT kabur lapas)",
        "dua NEAR/0 kabur",
        "tarakan NEAR/100 petugas",
        "napi NEAR/3 visa",
        "napi NEAR/0 napi",
        "text:(dua NEAR/9 napi)",
        "lapas NEAR/0 dua NEAR/9 napi",
        "NOT napi NEAR/3 kabur lapas",
    ],
)
def test_a_query_leaves_what_it_does_not_ask_for(other):
    assert query.compile(other).match(RIOT) is None


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("lapas", "lembaga pemasyarakatan kelas II"),
        ('"lembaga pemasyarakatan"', "lapas kelas II"),
        ('"kepala lapas"', "kepala lembaga pemasyarakatan"),
        ("Kemenkumham", "Kementerian Hukum dan HAM"),
        ('"warga negara asing"', "lima WNA"),
    ],
)
def test_short_and_long_forms_find_each_other(asked, text):
    assert query.compile(asked).match(Document("", text))


def test_a_match_says_which_words_did_it():
    hits = query.compile('lari OR title:"lapas tarakan" NOT visa').match(RIOT)
    assert [(hit.field, hit.text) for hit in hits] == [("title", "Lapas Tarakan"), ("text", "melarikan")]
    assert all(RIOT.content(hit.field)[hit.start : hit.end] == hit.text for hit in hits)


def test_near_says_which_words_stood_close_and_where():
    document = Document("", "Napi itu sakit. Lalu napi kabur, dan napi lain tidak lari jauh dari lapas.")
    hits = query.compile("napi NEAR/1 (kabur OR lari) NEAR/9 lapas").match(document)
    assert [hit.text for hit in hits] == ["napi", "kabur", "napi", "lapas"]
    assert [document.text[hit.start : hit.end] for hit in hits] == [hit.text for hit in hits]
    assert hits[0].start == document.text.index("napi kabur")


def test_near_alone_lets_ten_words_stand_between():
    between = " ".join(["kata"] * 10)
    assert query.compile("napi NEAR kabur").match(Document("", f"napi {between} kabur"))
    assert query.compile("napi NEAR kabur").match(Document("", f"napi {between} lagi kabur")) is None


def test_near_in_small_letters_is_a_word_like_any_other():
    assert query.compile("near miss").match(Document("A near miss"))


@given(
    first=st.lists(st.integers(0, 30), max_size=8),
    second=st.lists(st.integers(0, 30), max_size=8),
    third=st.lists(st.integers(0, 30), max_size=8),
    distances=st.tuples(st.integers(0, 6), st.integers(0, 6)),
)
def test_a_chain_keeps_every_place_that_is_in_one_and_no_other(first, second, third, distances):
    parts = [
        [(start, start + width) for start in starts] for width, starts in enumerate((first, second, third), 1)
    ]

    def close(one, other, distance):
        return 0 <= other[0] - one[1] <= distance or 0 <= one[0] - other[1] <= distance

    whole = [
        (one, two, three)
        for one, two, three in itertools.product(*parts)
        if close(one, two, distances[0]) and close(two, three, distances[1])
    ]
    expected = [
        [place for place in part if place in {row[at] for row in whole}] for at, part in enumerate(parts)
    ]
    assert near.chain(parts, distances) == expected


@pytest.mark.parametrize(
    ("wrong", "problem", "position"),
    [
        ("", "empty", 0),
        ("   ", "empty", 0),
        ('napi "kabur', "quote", 5),
        ("napi (kabur", "parenthesis", 5),
        ("napi kabur)", "closing", 10),
        ("napi OR", "operand", 7),
        ("OR napi", "operand", 0),
        ("napi AND OR kabur", "operand", 9),
        ("NOT napi", "only-not", 0),
        ("napi OR NOT kabur", "only-not", 8),
        ("napi NOT NOT kabur", "double-not", 9),
        ("NEAR/3 napi", "operand", 0),
        ("napi NEAR/3", "operand", 11),
        ("napi NEAR/3 OR kabur", "operand", 12),
        ("title:NEAR/3 napi", "operand", 6),
        ("napi NEAR/dekat kabur", "near-distance", 5),
        ("napi NEAR/ kabur", "near-distance", 5),
        ("napi NEAR/101 kabur", "near-distance", 5),
        ("napi NEAR/3 NOT kabur", "near-part", 12),
        ("(napi kabur) NEAR/3 lari", "near-part", 0),
        ("lari NEAR/3 (napi NEAR/2 kabur)", "near-part", 12),
        ("title:napi NEAR/3 text:kabur", "near-fields", 18),
        ("sumber:antara", "field", 0),
        ("napi ...", "nothing", 5),
        ("napi anti-kor*", "prefix", 5),
        ("n*", "short-prefix", 0),
        ("(" * 60 + "a", "deep", 40),
        ("a " * 20_000, "long", 20_000),
    ],
)
def test_a_mistake_is_named_with_its_place(wrong, problem, position):
    with pytest.raises(PantauError) as said:
        query.compile(wrong)
    assert said.value.key == f"query.syntax.{problem}"
    assert said.value.facts["position"] == position
    for language in ("id", "en"):
        assert words.say(said.value.key, language, **said.value.facts) != said.value.key


@given(st.text(alphabet='ab "()=*:.-NOTRADE/1', max_size=40))
def test_any_line_is_a_query_or_a_named_mistake(line):
    with contextlib.suppress(PantauError):
        query.compile(line).match(RIOT)


# --- narrowing with a full-text index


def indexed_in_sqlite(documents, write):
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table article using fts5(title, text)")
    database.executemany(
        "insert into article(rowid, title, text) values (?, ?, ?)",
        [(number, write(one.title), write(one.text)) for number, one in enumerate(documents)],
    )
    return database


@pytest.mark.parametrize("surfaces", [False, True], ids=["stems", "stems and surfaces"])
@given(asked=QUERIES, texts=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=8))
def test_a_full_text_index_narrowed_by_a_query_loses_nothing(surfaces, asked, texts):
    documents = [Document(*pair) for pair in texts]
    write = tokens.indexed if surfaces else lambda text: " ".join(tokens.stems(text))
    compiled = query.compile(asked)
    expression = compiled.candidates(surfaces=surfaces)
    fitting = {number for number, one in enumerate(documents) if compiled.fits(one)}
    if expression is None:
        return
    database = indexed_in_sqlite(documents, write)
    rows = database.execute("select rowid from article where article match ?", (expression,)).fetchall()
    database.close()
    assert fitting <= {row[0] for row in rows}


def test_a_lone_prefix_narrows_only_an_index_with_surfaces():
    assert query.compile("imigra*").candidates() is None
    assert query.compile("imigra*").candidates(surfaces=True) == '"imigra"*'
    assert query.compile("paspor imigra*").candidates() == '"paspor"'


def test_a_query_narrows_to_its_fields_and_phrases():
    assert query.compile('title:kabur (paspor OR "izin tinggal")').candidates() == (
        '(title : "kabur" AND ("paspor" OR "izin tinggal"))'
    )


# --- many topics at once


def topic(number, text, enabled=True):
    return Topic(TopicId(number), f"t{number}", text, "imigrasi", enabled=enabled)


def test_all_topics_are_asked_in_one_pass_and_answer_in_order():
    topics = [
        topic(1, "paspor"),
        topic(2, "visa"),
        topic(3, "narap*"),
        topic(4, "lapas kabur"),
        topic(5, "napi", False),
    ]
    matches = query.Matcher(topics).match(RIOT)
    assert [match.topic.id for match in matches] == [1, 3, 4]
    assert [hit.text for hit in matches[2].hits()] == ["kabur", "Lapas", "lembaga pemasyarakatan"]


@given(asked=st.lists(QUERIES, max_size=6), title=TEXTS, text=TEXTS)
def test_many_topics_answer_as_each_would_alone(asked, title, text):
    document = Document(title, text)
    topics = [topic(number, said) for number, said in enumerate(asked)]
    alone = [one.id for one in topics if query.compile(one.query).match(document)]
    assert [match.topic.id for match in query.Matcher(topics).match(document)] == alone


@given(asked=QUERIES, title=TEXTS, text=TEXTS)
def test_a_planned_query_means_what_its_tree_says(asked, title, text):
    document = Document(title, text)
    compiled = query.compile(asked)
    assert compiled.fits(document) == nodes.holds(compiled.tree, document)
