import pytest

from pantau.language import regions
from pantau.language.document import Document
from pantau.language.gazetteer import gazetteer, places

CASES = [
    ("Lima napi kabur dari Lapas Abepura, Senin pagi.", ["91.71"], "a prison stands elsewhere than its name"),
    ("Lapas Kelas IIA Sungguminasa digeledah.", ["73.06"], "the class of a prison is no part of its name"),
    ("Lapas Narkotika Kelas IIA Jakarta terbakar.", ["31.75"], "a special prison stands elsewhere again"),
    ("Lapas Tanjung Gusta dan Lapas Cipinang dijaga.", ["12.71", "31.75"], "two prisons"),
    ("Kepala Kanim Kelas I TPI Surabaya meminta maaf.", ["35.15"], "an immigration office stands outside"),
    ("Imigrasi Ngurah Rai mendeportasi dua WNA asal Rusia.", ["51.03"], "an office by its airport"),
    ("Rudenim Makassar menampung pengungsi.", ["73.06"], "a detention house stands outside"),
    ("Kanwil Kemenkum Jawa Tengah membuka pos layanan.", ["33.74"], "a regional office sits in the capital"),
    (
        "Kanwil Kemenkum Jawa Tengah membuka pos di Salatiga.",
        ["33.73"],
        "but the event counts before the seat",
    ),
    ("KOMPAS.com, JAKARTA - Kericuhan pecah di Rutan Siak.", ["14.08"], "a byline with the outlet first"),
    ("JAKARTA, KOMPAS.com - Antrean di Kota Malang mengular.", ["35.73"], "a byline with the place first"),
    (
        "Jakarta (ANTARA) - Warga Kabupaten Malang antre.",
        ["35.07"],
        "an agency's byline; a regency by its kind",
    ),
    ("Nasib malang menimpa seorang napi di Cilacap.", ["33.01"], "a common word is no place"),
    ("Petugas buru napi kabur hingga Kabupaten Buru.", ["81.04"], "a hunt and an island"),
    ("Massa serang kantor di Kota Serang.", ["36.73"], "an attack and a city"),
    ("Kapolres Malang menyebut korban warga Jalan Surabaya.", ["35.07"], "a street is no city"),
    ("Napi asal Surabaya kabur dari Lapas Kerobokan.", ["51.03"], "where somebody comes from does not count"),
    (
        '"Kami menyesal," kata Menteri di Jakarta, Senin (3/2). Kericuhan terjadi di Lapas Palopo.',
        ["73.73"],
        "where a speaker sits does not count",
    ),
    ("Kejadian serupa pernah terjadi di Kudus. Api membakar Lapas Tangerang.", ["36.71"], "nor a comparison"),
    ("Sebanyak 300 napi dipindah dari Medan ke Nusakambangan.", ["12.71", "33.01"], "a move has two ends"),
    (
        "Banjir merendam Kota Bogor dan Kabupaten Bogor.",
        ["32.71", "32.01"],
        "a city and the regency around it",
    ),
    ("Kebakaran di Malang, Jawa Timur, padam.", ["35.73"], "the province of a city is not told as well"),
    ("Seluruh lapas di Jawa Timur siaga.", ["35"], "a province when the text is about all of it"),
    ("Layanan di DI Yogyakarta pulih.", ["34"], "a province that begins like a preposition"),
    ("Layanan di Yogyakarta pulih.", ["34.71"], "a city behind a preposition"),
    ("Persib Bandung menang di Surabaya.", ["35.78"], "a club is no place"),
    ("Polda Metro Jaya menangkap pelaku di Bekasi.", ["32.75"], "a police name is no place"),
    ("Kapolres Metro Bekasi memeriksa sipir.", ["32.75"], "nor is the police's Metro the city in Lampung"),
    ("Rutan Pontianak penuh, Lapas Pontianak tidak.", ["61.71", "61.12"], "a house and a prison apart"),
    ("Rutan Masohi terbakar.", ["81.01"], "a seat of a regency stands for it"),
    ("Lapas Perempuan Kelas IIB Manado digeledah.", ["71.73"], "a women's prison in the next city"),
    ("LPKA Kelas II Jayapura menampung 30 anak.", ["91.11"], "a children's prison in another regency"),
    (
        "Rutan Kelas I Palembang dan Lapas Kelas I Palembang penuh.",
        ["16.71", "16.07"],
        "a class tells them apart",
    ),
    ("Lapas Kelas IIB Martapura dan LPKA Martapura.", ["16.08", "63.03"], "two towns of one name"),
    ("Imigrasi Cirebon menahan dua WNA.", ["32.09"], "an office outside its city"),
    ("Rudenim Pontianak menampung deteni.", ["61.12"], "a detention house outside its city"),
    ("Rumah Tahanan Negara Kelas IIB Negara sepi.", ["51.01"], "the state is no town, but Negara is"),
    ("Kebakaran di Cepu padam.", ["33.16"], "a district far from its namesake of old"),
    ("Kebakaran di Pare-Pare dan Fak-Fak padam.", ["73.72", "92.03"], "names that say a word twice"),
    ("Lapas Kelas IIB Banjar Baru digeledah.", ["63.72"], "a longer name than another prison's"),
    ("Lapas Kelas III Teluk Dalam dan Lapas Teluk Dalam.", ["12.14", "63.71"], "again a class"),
    ("Tak seperti Surabaya, antrean di Malang lancar.", ["35.73"], "a comparison ends at its comma"),
    ("Imigrasi Kendari memeriksa TKA di Konawe Utara.", ["74.09"], "an office acts elsewhere"),
    ("Imigrasi Merauke deportasi warga Papua Nugini.", ["93.01"], "a land abroad"),
    ("Pasar minggu ini sepi.", [], "a day of the week is no part of a name"),
    ("Solo jadi tuan rumah rapat.", ["33.72"], "a common word that does what a place does"),
    ("Tarakan: lapas jebol.", ["65.71"], "a headline that begins with its place"),
    ("Desa sadar hukum terbanyak di Bali.", [], "what it is the first of"),
    ("Harga cabai naik lagi.", [], "no place at all"),
]


@pytest.mark.parametrize(("text", "codes", "why"), CASES, ids=[case[2] for case in CASES])
def test_the_place_of_the_event_is_found(text, codes, why):
    assert [region.code for region in regions.find(Document("", text))] == codes


def test_a_headline_needs_more_than_a_capital_for_a_common_word():
    assert regions.find(Document("Nasib Malang Napi Lansia")) == ()
    assert [region.code for region in regions.find(Document("Batu Besar Timpa Rumah di Kota Batu"))] == [
        "35.79"
    ]


def test_evidence_points_at_the_words_in_title_and_text_together():
    document = Document("Rutan Siak rusuh", "Kericuhan di Kabupaten Siak mereda.")
    (region,) = regions.find(document)
    whole = f"{document.title}\n{document.text}"
    assert [whole[one.start : one.end] for one in region.evidence] == ["Rutan Siak", "Siak"]
    assert all(whole[one.start : one.end] == one.text for one in region.evidence)


def test_every_region_is_found_by_its_own_full_name():
    lost = []
    for place in places():
        stated = f"{place.kind.value.title()} {place.name}"
        found = regions.find(Document("", f"Petugas memeriksa gudang di {stated} kemarin."))
        if [region.code for region in found] != [place.code]:
            lost.append((stated, found))
    assert lost == []


def test_the_shipped_list_is_complete_and_every_other_name_leads_into_it():
    kinds = [place.kind.value for place in places()]
    assert (kinds.count("provinsi"), kinds.count("kabupaten") + kinds.count("kota")) == (38, 514)
    assert gazetteer().seats["91"].code == "91.71"
