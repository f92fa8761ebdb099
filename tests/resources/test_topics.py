"""The shipped topics find what the units must see and leave everyday news alone."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pantau import assets
from pantau.domain.ids import TopicId
from pantau.domain.topic import Topic
from pantau.language.document import Document
from pantau.language.query import Matcher

UNITS = {
    "pemasyarakatan",
    "imigrasi",
    "AHU",
    "kekayaan intelektual",
    "HAM",
    "peraturan perundang-undangan",
    "bantuan hukum",
    "SDM",
    "pelayanan publik",
}

FITTING = {
    "Lapas dan rutan": [
        "Kanwil Serahkan Bantuan Buku untuk Lembaga Pemasyarakatan Kelas IIA Palu",
        "Penghuni Rutan Kelas I Depok Ikuti Pelatihan Menjahit",
    ],
    "Kericuhan dan pelarian": [
        "Empat Narapidana Kabur dari Lapas Usai Jebol Tembok",
        "Ricuh di Rutan, Warga Binaan Bakar Ruang Kunjungan",
        "Tahanan Melarikan Diri Saat Dibawa ke Pengadilan",
    ],
    "Kematian dan kekerasan": [
        "Seorang Napi Ditemukan Tewas Gantung Diri di Selnya",
        "Keluarga Sebut Warga Binaan Lapas Dianiaya Teman Sekamar",
    ],
    "Barang terlarang dan kendali dari dalam": [
        "Sabu 200 Gram Diselundupkan ke Lapas Lewat Bola Tenis",
        "Napi Kendalikan Penipuan Daring Memakai Ponsel dari Balik Jeruji",
    ],
    "Kelebihan penghuni": ["Rutan Kelas I Dihuni 2.300 Orang, Overkapasitas 190 Persen"],
    "Remisi dan pembebasan": [
        "Ribuan Narapidana Terima Remisi Hari Kemerdekaan",
        "Pembebasan Bersyarat Bekas Bupati Dipersoalkan",
    ],
    "Imigrasi": ["Kanim Entikong Perketat Pemeriksaan di Perbatasan"],
    "Paspor": ["Biaya Pembuatan Paspor Elektronik Naik Bulan Depan"],
    "Visa dan izin tinggal": [
        "Turis Asal Rusia Overstay Dua Bulan di Ubud",
        "Golden Visa Diminati Investor Asing",
    ],
    "Pengawasan orang asing": [
        "Imigrasi Deportasi Empat WNA yang Bekerja Tanpa Izin",
        "Bule Berulah di Jalan Raya Kuta, Petugas Amankan Pelaku",
    ],
    "Tenaga kerja asing": ["Buruh Protes Kedatangan Tenaga Kerja Asing di Morowali"],
    "Perlintasan, pencegahan, dan perdagangan orang": [
        "Autogate Bandara Ngurah Rai Bertambah 30 Unit",
        "KPK Cegah Eks Dirjen Bepergian, Namanya Masuk Daftar Pencegahan",
        "Korban TPPO Asal Cirebon Dipulangkan dari Kamboja",
    ],
    "Administrasi hukum umum": [
        "Notaris Diduga Gelapkan Uang Titipan Klien",
        "Layanan Apostille Kini Ada di Daerah",
    ],
    "Kewarganegaraan": ["Anak Berkewarganegaraan Ganda Terbatas Wajib Memilih Sebelum 21 Tahun"],
    "Kekayaan intelektual": [
        "Ditjen Kekayaan Intelektual Catat 2.000 Permohonan Merek",
        "Sengketa Merek Kopi Berakhir Damai",
        "Kopi Gayo Perbarui Sertifikat Indikasi Geografis",
    ],
    "Royalti lagu": ["Pemilik Kafe Keberatan Bayar Royalti Musik", "LMKN Umumkan Tarif Baru"],
    "Hak asasi manusia": [
        "Komnas HAM Turunkan Tim ke Lokasi Penggusuran",
        "Kasus HAM Berat Masa Lalu Diminta Segera Dituntaskan",
        "Warga Persoalkan Penolakan Rumah Ibadah di Perumahan",
    ],
    "Pembentukan peraturan": [
        "RUU Perampasan Aset Masuk Prolegnas Prioritas",
        "KUHP Baru Berlaku, Jaksa Minta Pedoman",
        "Mahkamah Terima Uji Materi UU Ketenagakerjaan",
    ],
    "Bantuan dan penyuluhan hukum": [
        "Pos Bantuan Hukum Dibuka di 300 Desa",
        "Paralegal Dampingi Warga Miskin di Pengadilan",
    ],
    "Seleksi dan pendidikan pegawai": [
        "Pendaftar CPNS Kemenkumham untuk Penjaga Tahanan Tembus 400 Ribu",
        "Taruna Poltekip Ikuti Wisuda",
    ],
    "Disiplin dan perkara pegawai": [
        "Kalapas Dicopot Setelah Video Pesta Napi Beredar",
        "Petugas Imigrasi Jadi Tersangka Kasus Pemerasan",
    ],
    "Pungli, suap, dan calo": [
        "Keluarga Napi Keluhkan Pungli Saat Menjenguk di Lapas",
        "Calo Paspor Pasang Tarif Dua Juta Rupiah",
    ],
    "Antrean dan gangguan layanan": [
        "Antrean Paspor Mengular Sejak Subuh di Kantor Imigrasi",
        "Sistem Keimigrasian Gangguan, Penumpang Menumpuk di Bandara",
    ],
    "Kementerian dan pimpinannya": [
        "Menteri Hukum Tanggapi Kritik Akademisi",
        "Kementerian Imigrasi dan Pemasyarakatan Lantik 20 Pejabat",
    ],
    "Hoaks tentang kementerian": [
        "Cek Fakta: Hoaks Pesan Berantai Paspor Gratis Sepanjang Tahun",
        "Tidak Benar Seluruh Napi Dibebaskan Tanpa Syarat",
    ],
}

EVERYDAY = [
    "Timnas Menang 2-0 atas Vietnam, Pemain Naturalisasi Cetak Gol",
    "West Ham Ditahan Imbang Tottenham di Liga Inggris",
    "Resep Roti Isi Keju dan Ham untuk Sarapan",
    "Promo Kartu Kredit Visa dan Mastercard Akhir Pekan Ini",
    "IHSG Ditutup Menguat, Saham Perbankan Memimpin",
    "Harga Cabai Turun, Ketahanan Pangan Terjaga",
    "Rumah Tahan Gempa Dibangun untuk Korban di Cianjur",
    "Royalti Batu Bara Naik, Emiten Tambang Hitung Ulang Laba",
    "Siswa SMA Bersiap Ikuti TKA, Tes Kemampuan Akademik Nasional",
    "Mereka Memilih Merek Ponsel dengan Baterai Tahan Lama",
    "Amnesti Pajak Jilid Tiga Ditolak Ekonom",
    "Trump Perketat Imigrasi AS, Ribuan Orang Ditangkap",
    "Jemaah Keluhkan Visa Haji yang Belum Terbit",
    "Tersangka Pencurian Ditahan di Rutan Polres Jember",
    "Hujan Lebat, Tanggul Jebol dan Puluhan Rumah Terendam",
    "Konser Musik Akhir Tahun Sedot Ribuan Penonton",
    "Pelaku Dijerat Pasal 340 KUHP dengan Ancaman Hukuman Mati",
    "Perdagangan Beras Antarpulau Lancar",
    "Dapur Umum Dibuka, Bantuan bagi Korban Banjir Berdatangan",
    "Bupati Lantik Pejabat Eselon II Pemkab",
    "Warga Antre Minyak Goreng Murah di Alun-alun",
    "Kurator Seni Siapkan Pameran Lukisan",
    "Seleksi CPNS Guru Dibuka, Kuota 50 Ribu",
    "Bank Bagikan Suku Bunga Deposito Baru",
]


@pytest.fixture(scope="module")
def entries() -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(assets.path("topics.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def matcher(entries: list[dict[str, Any]]) -> Matcher:
    return Matcher([Topic(TopicId(number), **entry) for number, entry in enumerate(entries)])


def named(matcher: Matcher, headline: str) -> set[str]:
    return {match.topic.name for match in matcher.match(Document(headline))}


def test_there_are_between_fifteen_and_twenty_five_topics(entries: list[dict[str, Any]]) -> None:
    assert 15 <= len(entries) <= 25


def test_each_has_a_name_of_its_own_and_just_what_a_topic_needs(entries: list[dict[str, Any]]) -> None:
    assert len({entry["name"] for entry in entries}) == len(entries)
    assert all(set(entry) == {"name", "unit", "weight", "query"} for entry in entries)


def test_every_unit_owns_a_topic_and_the_rest_belong_to_the_whole_ministry(
    entries: list[dict[str, Any]],
) -> None:
    assert {entry["unit"] for entry in entries} == UNITS | {""}


def test_weights_lie_between_nothing_and_ten(entries: list[dict[str, Any]]) -> None:
    assert all(0 < entry["weight"] <= 10 for entry in entries)


def test_what_threatens_lives_outweighs_all_else(entries: list[dict[str, Any]]) -> None:
    heaviest = max(entries, key=lambda entry: entry["weight"])
    assert heaviest["name"] == "Kericuhan dan pelarian"


def test_each_topic_is_shown_at_work_here(entries: list[dict[str, Any]]) -> None:
    assert set(FITTING) == {entry["name"] for entry in entries}


@pytest.mark.parametrize(
    ("topic", "headline"),
    [(topic, headline) for topic, headlines in FITTING.items() for headline in headlines],
)
def test_a_topic_finds_what_its_unit_must_see(matcher: Matcher, topic: str, headline: str) -> None:
    assert topic in named(matcher, headline)


@pytest.mark.parametrize("headline", EVERYDAY)
def test_everyday_news_touches_no_topic(matcher: Matcher, headline: str) -> None:
    assert named(matcher, headline) == set()
