from pantau.language import query
from pantau.language.leaves import leaves
from pantau.language.nodes import Prefix, Words


def test_every_word_of_a_query_is_a_leaf_wherever_it_stands():
    found = leaves(query.compile('(napi OR "warga binaan") NEAR/3 kabur* NOT =film').tree)
    assert [leaf.prefix if isinstance(leaf, Prefix) else " ".join(leaf.stems) for leaf in found] == [
        "napi",
        "narapidana",
        "warga bina",
        "kabur",
        "film",
    ]
    assert all(isinstance(leaf, Words | Prefix) for leaf in leaves(query.compile("a b").tree))
