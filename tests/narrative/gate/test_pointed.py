"""Names that the sentence beside them says to be a child's."""

import pytest

from pantau.narrative.gate import check


def given_away(text):
    return [found.text for found in check(text) if found.rule == "child-identity"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Polisi mengantar pulang Putu Sekarwangi. Remaja 16 tahun itu dijual kekasihnya.",
            "Putu Sekarwangi",
        ),
        ("Warga melihat Iqbal menusuk lawannya. Keduanya pelajar SMP.", "Iqbal"),
        ("Sidang anak digelar tertutup. Terdakwa, Gilang Ramadhan, didakwa menusuk.", "Gilang Ramadhan"),
        ("Pelaku tawuran itu masih 16 tahun. Bima Pamungkas menyerahkan diri.", "Bima Pamungkas"),
    ],
)
def test_a_name_is_found_by_the_sentence_beside_it(text, name):
    assert given_away(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Kapolres Budi Santoso membuka rapat tentang pencabulan. Anak itu kini didampingi psikolog.",
        "Sidang pemeriksaan saksi ditunda. Terdakwa, Budi Santoso (41), tidak hadir.",
        "Seorang warga, Budi Santoso, menemukan bocah yang hilang. Bocah itu sehat.",
    ],
)
def test_officers_grown_suspects_and_finders_are_let_be(text):
    assert given_away(text) == []
