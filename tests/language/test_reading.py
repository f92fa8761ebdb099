import pytest

from pantau.domain.errors import PantauError
from pantau.domain.ids import TopicId
from pantau.domain.topic import Topic
from pantau.language.reading import read

TOPIC = Topic(TopicId(1), "Pelarian", "lapas kabur", "pemasyarakatan")


def test_one_reading_tells_language_topics_places_units_tone_and_risks():
    reading = read(
        "Lima napi kabur dari Lapas Abepura", "Keluarga mengecam petugas lapas yang lalai.", [TOPIC]
    )
    assert reading.language == "id"
    assert reading.topics == ("Pelarian",)
    assert [region.name for region in reading.regions] == ["Jayapura"]
    assert reading.units == ("pemasyarakatan",)
    assert reading.tone.label.value == "negatif"
    assert reading.risks == ()


def test_an_empty_text_says_nothing():
    reading = read("", "")
    assert (reading.language, reading.regions, reading.units, reading.risks) == ("", (), (), ())


def test_a_topic_that_cannot_be_read_is_named():
    with pytest.raises(PantauError):
        read("", "", [Topic(TopicId(1), "x", "(lapas", "imigrasi")])
