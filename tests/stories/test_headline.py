from pantau.domain.source import Tier
from pantau.stories.headline import Headline, Naming, representative


def test_a_story_is_named_by_the_headline_that_says_most_of_what_the_others_say():
    told = [
        Headline(1, "Viral! Begini Detik-Detik Napi Kabur"),
        Headline(2, "Lima Napi Lapas Tarakan Kabur Lewat Gorong-Gorong"),
        Headline(3, "Lima Napi Kabur dari Lapas Tarakan, Polisi Sekat Pelabuhan"),
        Headline(4, "Kalapas Tarakan Minta Maaf"),
    ]
    assert representative(told).article in (2, 3)


def test_a_national_source_goes_before_a_post_with_the_same_words():
    told = [Headline(1, "Lapas Siak Rusuh", Tier.SOCIAL), Headline(2, "Lapas Siak Rusuh", Tier.NATIONAL)]
    assert representative(told).article == 2


def test_equal_headlines_leave_the_name_with_the_first():
    assert representative([Headline(1, "Lapas Siak Rusuh"), Headline(2, "Lapas Siak Rusuh")]).article == 1


def test_a_lone_headline_names_its_story():
    assert representative([Headline(7, "???")]).article == 7


def test_a_growing_story_is_named_anew_as_it_grows_and_the_same_each_time():
    titles = [
        "Ricuh di Lapas",
        "Napi Mengamuk di Lapas Pontianak",
        "Lapas Pontianak Ricuh, Napi Mengamuk",
    ] * 9
    growing, whole = Naming(), Naming()
    for number, title in enumerate(titles):
        growing.add(Headline(number, title))
        growing.name()
        whole.add(Headline(number, title))
    assert growing.name() == whole.name()
    assert growing.name().title != titles[0]


def test_a_headline_that_keeps_back_whom_it_is_about_names_no_story():
    told = [
        Headline(1, "Pria Ini Bawa Kabur Truk Pupuk di Demak"),
        Headline(2, "Pencuri Bawa Kabur Truk Pupuk di Demak"),
        Headline(3, "Ini Wajah Pencuri Truk Pupuk di Demak"),
    ]
    assert representative(told).article == 2
    tonight = [Headline(1, "Truk Pupuk Demak Ketemu Malam Ini"), Headline(2, "Viral Truk Pupuk Demak Ketemu")]
    assert representative(tonight).article == 1
