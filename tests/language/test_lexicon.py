from pantau.language.document import Document
from pantau.language.lexicon import Lexicon, alternatives


def test_phrases_are_found_in_any_form_in_title_and_text():
    lexicon = Lexicon([("kamar hunian", 1), ("razia", 2)])
    found = lexicon.find(Document("Razia", "Petugas merazia kamar-kamar hunian."))
    assert [(hit.start, hit.end, hit.value) for hit in found] == [(0, 1, 2), (2, 3, 2), (3, 5, 1)]


def test_no_phrase_begins_in_the_title_and_ends_in_the_text():
    lexicon = Lexicon([("kamar hunian", None), ("=lapas rutan", None)])
    assert not lexicon.find(Document("Razia kamar", "Hunian padat, lapas"))


def test_a_very_word_and_its_stem_are_found_in_the_order_in_which_they_are_listed():
    document = Document("", "warga mengapresiasi")
    assert [hit.value for hit in Lexicon([("apresiasi", 1), ("=mengapresiasi", 2)]).find(document)] == [1, 2]
    assert [hit.value for hit in Lexicon([("=mengapresiasi", 2), ("apresiasi", 1)]).find(document)] == [2, 1]


def test_a_lexicon_made_later_is_heard_in_a_document_read_before():
    document = Document("", "bunga melati")
    assert not Lexicon([("mawar", None)]).find(document)
    assert Lexicon([("melati", None)]).find(document)


def test_a_marked_phrase_is_found_by_its_very_words():
    lexicon = Lexicon([("=terbantu", 1)])
    assert lexicon.find(Document("warga terbantu"))
    assert not lexicon.find(Document("bantuan warga"))


def test_evidence_counts_in_title_line_feed_and_text():
    document = Document("Judul", "ada razia di sini")
    (hit,) = Lexicon([("razia", None)]).find(document)
    one = hit.evidence(document)
    assert f"{document.title}\n{document.text}"[one.start : one.end] == one.text == "razia"


def test_a_phrase_with_choices_stands_for_each_of_them():
    assert list(alternatives("(cuma|hanya) janji (|belaka)")) == [
        "cuma janji",
        "cuma janji belaka",
        "hanya janji",
        "hanya janji belaka",
    ]
    assert Lexicon([("=(cuma|hanya)", None)]).find(Document("", "hanya itu"))
