import time

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


@pytest.mark.parametrize(
    "text",
    [
        "cina anjing ayo bakar lapas " * 4000,
        "a" * 200_000,
        "a-" * 100_000,
        "A" * 50_000 + " " + "BAKAR AYO " * 10_000,
        "di Malang, Jawa Timur, " * 8000,
        "KOTA " * 40_000,
        "\u0301\u00ad" * 50_000,
    ],
    ids=["words of risk", "one letter", "hyphens", "shouting", "places", "cues", "marks"],
)
def test_a_text_made_to_be_slow_is_read_in_time(text):
    begin = time.process_time()
    read("", text, [TOPIC])
    assert time.process_time() - begin < 3
