import pytest

from pantau.language.document import Document
from pantau.language.regions import find
from pantau.stories.sites import sites, systems


@pytest.mark.parametrize(
    "title",
    [
        "Ricuh di Lapas Pontianak",
        "Kalapas Pontianak Diperiksa",
        "Lembaga Pemasyarakatan Kelas IIA Pontianak Ricuh",
    ],
)
def test_one_prison_is_told_by_one_name_however_it_is_written(title):
    names, _ = sites(find(Document(title)))
    assert names == {"lapas pontianak"}


def test_a_prison_also_bears_the_name_of_the_city_that_it_does_not_stand_in():
    regions = find(Document("Ricuh di Lapas Pontianak"))
    _, codes = sites(regions)
    assert {region.code for region in regions} == {"61.12"}
    assert codes == {"61.71"}


def test_a_city_alone_is_no_establishment():
    assert sites(find(Document("Banjir di Kota Pontianak"))) == (frozenset(), frozenset())


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Notaris Keluhkan AHU Online Lambat", {"ahu online"}),
        ("Sistem Keimigrasian Pulih, Autogate Menyala", {"sistem imigrasi"}),
        ("Kantor Imigrasi Makassar Tambah Loket", set()),
    ],
)
def test_a_national_system_is_told_by_its_names(title, named):
    assert systems(Document(title)) == named
