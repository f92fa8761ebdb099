from pantau.language.document import Document, Field
from pantau.language.lexicon import Lexicon


def test_phrases_are_found_in_any_form_in_title_and_text():
    lexicon = Lexicon([("kamar hunian", 1), ("razia", 2)])
    found = lexicon.find(Document("Razia", "Petugas merazia kamar-kamar hunian."))
    assert [(hit.field, hit.value) for hit in found] == [(Field.TITLE, 2), (Field.TEXT, 2), (Field.TEXT, 1)]


def test_a_marked_phrase_is_found_by_its_very_words():
    lexicon = Lexicon([("=terbantu", 1)])
    assert lexicon.find(Document("warga terbantu"))
    assert not lexicon.find(Document("bantuan warga"))


def test_evidence_counts_in_title_line_feed_and_text():
    document = Document("Judul", "ada razia di sini")
    (hit,) = Lexicon([("razia", None)]).find(document)
    one = hit.evidence(document)
    assert f"{document.title}\n{document.text}"[one.start : one.end] == one.text == "razia"
