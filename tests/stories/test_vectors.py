import math

from pantau.language.document import Document
from pantau.stories.vectors import TERMS, Vocabulary


def test_what_stands_in_every_report_weighs_less_than_what_is_new():
    vocabulary = Vocabulary()
    for _ in range(500):
        vocabulary.read(Document("polisi periksa saksi"), 0.0)
    vector = vocabulary.read(Document("polisi periksa nakhoda"), 0.0)
    assert max(zip(vector.weights, vector.terms, strict=True))[1] == vector.terms[0]
    assert vector.rarest()[0][1] == vector.terms[0]


def test_a_title_says_more_than_a_text_and_stop_words_say_nothing():
    vocabulary = Vocabulary()
    vector = vocabulary.read(Document("kapal yang tenggelam", "nelayan dan kapal"), 0.0)
    assert len(vector.terms) == len(vocabulary) == 3
    weights = dict(zip(vector.terms, vector.weights, strict=True))
    assert weights[vector.terms[0]] > min(weights.values())


def test_a_vector_is_of_length_one_and_bounded():
    vector = Vocabulary().read(Document("judul", " ".join(f"kata{number}" for number in range(100))), 0.0)
    assert len(vector.terms) == TERMS
    assert math.isclose(sum(weight * weight for weight in vector.weights), 1.0, rel_tol=1e-5)


def test_rare_terms_out_of_use_are_forgotten_and_their_numbers_used_again():
    vocabulary = Vocabulary()
    for _ in range(5):
        vocabulary.read(Document("polisi"), 0.0)
    old = vocabulary.read(Document("nakhoda layar"), 0.0)
    vocabulary.prune(used={old.terms[0]})
    assert len(vocabulary) == 2
    new = vocabulary.read(Document("jangkar"), 0.0)
    assert new.terms[0] == old.terms[1]


def test_english_is_stemmed_as_english():
    vocabulary = Vocabulary()
    one = vocabulary.read(Document("The prisoners were escaping from the prison"), 0.0)
    two = vocabulary.read(Document("The prisoner escaped from the prisons"), 0.0)
    assert set(one.terms) == set(two.terms)
