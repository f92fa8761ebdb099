"""Queries of every form and texts of the words that they ask for, to be drawn."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = (
    "lapas",
    "lembaga",
    "pemasyarakatan",
    "melarikan",
    "lari",
    "diri",
    "napi",
    "anti-korupsi",
    "café",
    "1.200",
)
SAID = st.sampled_from(WORDS)
PLAIN = st.one_of(
    SAID,
    SAID.map("={}".format),
    st.sampled_from(["la*", "melar*", "pem*", "naz*"]),
    st.lists(SAID, min_size=2, max_size=3).map(lambda said: f'"{" ".join(said)}"'),
)
ATOMS = st.one_of(PLAIN, SAID.map("title:{}".format), SAID.map("text:={}".format))
QUERIES = st.recursive(
    ATOMS,
    lambda part: st.one_of(
        st.tuples(part, part).map("({0[0]} {0[1]})".format),
        st.tuples(part, part).map("({0[0]} OR {0[1]})".format),
        st.tuples(part, part).map("({0[0]} NOT {0[1]})".format),
        st.tuples(ATOMS, st.integers(0, 3), PLAIN).map("({0[0]} NEAR/{0[1]} {0[2]})".format),
    ),
    max_leaves=5,
)
TEXTS = st.lists(SAID, max_size=6).map(" ".join)
