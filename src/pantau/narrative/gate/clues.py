"""Patterns by which a text gives a child or a victim away. Each has a group "name": who or what is given away."""

from __future__ import annotations

import re
from functools import cache, partial

from pantau.narrative.gate.lexicon import either
from pantau.narrative.gate.names import NAME

_of = partial(either, "identity")
_HONOUR = (
    r"(?:(?i:sdri?|saudari|saudara|ny|nn|tn|ibu|bapak|pak|bu|an|ananda|adik|haji"
    r"|hajah|hj|mak|mbah|mpok|mbok|mbak|neng|nduk|teh|uni|cik|kang|mas|drs?|dra|ir|ustaz|ustad[zh]?|kiai|pendeta|pdt)\.?\s+)?"
)
_UNITS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_NUMBERS = rf"(?:\d{{1,2}}|(?:{'|'.join(_UNITS)})\s+belas|{'|'.join(_UNITS)}|sepuluh|sebelas)"
YEARS = {
    **{word: years for years, word in enumerate(_UNITS, 1)},
    **{f"{word}belas": 10 + years for years, word in enumerate(_UNITS, 1)},
    "sepuluh": 10,
    "sebelas": 11,
}
AGE = (
    r"(?i:\s*\(\s*(?P<a>\d{1,2})(?:\s*(?:tahun|thn?))?\s*\)"
    rf"|\s*,?\s*(?:(?:yang|baru|masih|kini|saat\s+itu)\s+)*(?:ber)?(?:usia|umur)\s+(?:sekitar\s+)?(?P<b>{_NUMBERS})(?!\w)"
    rf"|\s*,?\s*(?:baru|masih)\s+(?P<e>{_NUMBERS})\s+tahun(?!\w)"
    r"|\s*,?\s*(?P<c>\d{1,2})\s*(?:tahun|thn?)(?!\w|\s+(?:penjara|kurungan|lalu|silam))|\s*,\s*(?P<d>\d{1,2})\s*(?=,))"
)
_WITHIN = r"(?:\s+(?:(?i:asal|lpka(?:\s+kelas\s+\w+)?)\s+[A-Z][a-z]+|" + _of("filling") + r")(?!\w)){0,8}"
_LINK = (
    r"(?P<mark>\s*[,:(–—-]\s*|\s+)"
    r"(?:(?i:yakni|yaitu|ialah|adalah|bernama|merupakan|sebut|atas\s+nama|pasangan|masing-masing)\s+)?"
)
_BRIDGE = (
    r"(?:\s+(?i:telah|sudah|diduga|juga|sempat|kembali|pernah|kini|itu|yang|kemudian|lalu|masih|baru|sedang|melapor|mengaku"
    r"|dilaporkan|merasa|disebut|tiap|setiap|hampir|selalu|terus|malam|hari|nyaris|berulang|kali|akan|hendak|setelah|usai|karena|saat|ketika|lantaran))*"
)
_FOLLOWS = rf"(?P<name>{NAME})"


@cache
def clue(name: str) -> re.Pattern[str]:
    """A pattern of the table below, compiled when it is first asked for."""
    return re.compile(_TABLE[name])


_WHO = f"(?:{_of('bound')}|{_of('child')}|{_of('victim')}|{_of('reporter')})"
_KIN = rf"{_of('kin')}(?:\s+(?i:kandung|tiri|angkat|dari))*"
_WARD = (
    r"(?i:korban|penyintas|siswi|siswa|bocah|balita|bayi|remaja|santri(?:wati)?|murid|pelajar|gadis"
    r"|anak(?:\s+(?:korban|pelaku|binaan|perempuan|itu|tersebut))*)"
)
_OFFSPRING = r"(?i:anak|putra|putri|cucu|keponakan|buah\s+hati|bayi)"
_BORN = r"(?:\s+(?i:kandung|tiri|bungsu|sulung|semata\s+wayang|pertama|kedua|ketiga|laki-laki|perempuan))*"

_TABLE = {
    # "korban bernama Siti", "anak korban penganiayaan an. Rangga": the name may be written small.
    "called": (
        rf"(?<!\w){_WHO}(?!\w)[^\n;]{{0,80}}?(?<!\w)(?P<cue>{_of('cue')})\s+{_HONOUR}"
        rf"(?P<name>{NAME}|[a-z]{{3,}}(?:\s+[a-z]{{3,}}){{0,2}})"
    ),
    # "anak korban, Rizky Pratama", "bocah Aulia", "korban perkosaan, Maya Lestari (27)"
    "attached": rf"(?<!\w){_WHO}(?!\w){_WITHIN}{_LINK}{_HONOUR}{_FOLLOWS}",
    # "anak yang ditangkap karena sabu itu Deva Prayoga", "gadis belia itu, Ayunda,"
    "that": (
        rf"(?<!\w){_WHO}(?!\w)[^,.\n]{{0,80}}?\s(?i:itu|tersebut|ini)(?P<mark>\s*,\s*|\s+)"
        rf"{_HONOUR}{_FOLLOWS}(?=\s*[,.(]|$)"
    ),
    # "anak yang dilecehkan guru les itu Zahra": the office before the name is of whoever did it
    "done-to": (
        rf"(?<!\w){_WHO}\s+(?i:y(?:an)?g)\s+(?:[a-z]+\s+){{0,2}}{_of('suffered')}(?:\s+[a-z]+){{0,5}}?\s+(?i:itu|tersebut|ini)"
        rf"(?:\s*,\s*|\s+)(?:(?i:adalah|ialah|bernama|yakni|yaitu)\s+)?{_HONOUR}{_FOLLOWS}"
    ),
    # "PMI asal Indramayu, Castini, dipulangkan setelah disiksa"
    "beside": (
        rf"(?<!\w){_of('subject')}(?!\w)[^,.;:\n]{{0,70}},\s*{_HONOUR}{_FOLLOWS}"
        rf"(?:\s+dan\s+{NAME})?(?:\s*\(\d+\))?\s*,"
    ),
    # "sidang anak dengan terdakwa Marvin"
    "tried": (
        r"(?<!\w)(?i:(?:(?:sidang|persidangan|peradilan|diversi)\s+anak|(?:sidang|proses|musyawarah)\s+diversi)(?:\s+(?:dengan|atas|terhadap|terdakwa|tersangka|nama))*)"
        rf"\s+{_HONOUR}{_FOLLOWS}"
    ),
    # "Seorang anak kabur. Ia bernama Roni."
    "resumed": (
        r"(?<!\w)(?:(?i:ia|dia|mereka|keduanya|ketiganya|yang\s+bersangkutan)\s+(?i:adalah|bernama|yakni|yaitu|ialah)"
        r"|(?i:keduanya|ketiganya|keempatnya|kelimanya),|(?i:di\s+antaranya|salah\s+satunya|salah\s+seorang\s+di\s+antaranya)(?:\s+(?:adalah|bernama))?,?"
        r"|(?i:identitasnya|namanya|korbannya)\s+(?:(?:diketahui|terungkap|adalah|ialah|yakni)\s*)+(?:sebagai|bernama)?)"
        rf"\s+{_HONOUR}{_FOLLOWS}"
    ),
    "merely-called": rf"(?<!\w)(?i:bernama(?:\s+lengkap)?|atas\s+nama|a\.n\.)\s+{_HONOUR}{_FOLLOWS}",
    # "si rangga", "kak tiara"
    "hailed": (
        rf"(?<!\w)(?i:itu|namanya|ternyata|si|ka?k|kakak|mba|mbak|mas|bang|teh|teteh|neng|dek|ade[kq])\s+(?P<name>{NAME}|[a-z]{{3,}})(?!\w)"
    ),
    # "anaknya pak modin karangsari", "adeknya mbak Vina yg jualan seblak"
    "hailed-kin": (
        r"(?<!\w)(?P<name>(?i:anak|ade[kq]|adik|kakak|istri|suami|bini|ponakan|keponakan|cucu|putr[ai])(?i:nya|e)?\s+"
        r"(?i:pak|bu|mbak|mba|mas|bang|haji|om|tante|mbah|kak|bude|pakde|ustadz?|ustaz|kyai|bapak|ibu)\s+\w{2,}"
        r"(?:\s+(?i:yg|yang)\s+\w+(?:\s+\w+)?)?)"
    ),
    # "Ical [dan Amar]"
    "also": (
        rf"(?:\s*\([^)\n]{{1,12}}\)|,\s*\d{{1,2}}\s+tahun)?(?P<mark>\s*,\s*(?:(?:dan|serta)\s+)?|\s+(?:dan|serta|&)\s+)"
        rf"(?:(?i:korban|anak|istrinya|suaminya)\s+)?{_HONOUR}{_FOLLOWS}"
    ),
    # "pengakuan Sulis"
    "telling": (
        rf"(?<!\w)(?i:pengakuan|kesaksian|cerita|penuturan|nasib|kondisi|kisah|trauma){_WITHIN}\s+{_HONOUR}{_FOLLOWS}"
    ),
    # "Dimas Saputra (16)", "Lestari, yang baru berusia 14 tahun"
    "aged": rf"(?<!\w)(?P<name>{NAME}){AGE}",
    "age": (
        rf"(?i:(?<!\w)(?:baru|masih)\s+(?P<e>{_NUMBERS})\s+tahun(?=\s*[.,;]|\s*$)"
        r"|\(\s*(?P<a>\d{1,2})(?:\s*(?:tahun|thn?))?\s*\)"
        rf"|(?<!\w)(?:ber)?(?:usia|umur)(?:nya)?\s+(?:\w+\s+){{0,2}}(?P<b>{_NUMBERS})(?!\w)"
        r"|(?<![\w.,])(?P<c>\d{1,2})\s*(?:tahun|thn?)(?!\w|\s+(?:penjara|kurungan|lalu|silam))|(?<=,)\s(?P<d>\d{1,2})(?=,))"
    ),
    "its-age": AGE,
    "person": rf"(?<!\w){NAME}",
    # "Bayu Aji, anak berusia 15 tahun", "Linda, korban pelecehan"
    "explained": (
        rf"(?<!\w)(?P<name>{NAME})(?:\s*\([^)\n]{{1,12}}\)|,\s*\d{{1,2}}(?:\s*tahun)?(?=,))?"
        rf"(?:(?:\s*,\s*|\s+(?:dan|serta)\s+){NAME}){{0,4}}(?P<mark>\s*,\s*|\s+)"
        r"(?:(?i:yang|dua|tiga|empat|lima|keduanya|ketiganya|adalah|merupakan|ialah|sebagai|seorang|masih|menjadi|juga|salah\s+satu|tak\s+lain|pekerja(?:\s+\w+){0,2}"
        r"|pmi|tki|tkw|mahasiswi|karyawati|perempuan|penumpang|ibu\s+rumah\s+tangga)\s+)*"
        rf"(?P<who>{_WHO})(?!\w)"
    ),
    # "Nabila diperkosa", "Nia mengalami pelecehan"
    "suffered": rf"(?<!\w)(?P<name>{NAME})(?:\s*\([^)\n]{{1,12}}\))?(?:\s*,[^,.\n]{{1,50}},|,)?{_BRIDGE}"
    rf"\s+{_of('suffered')}(?!\w)",
    # "Rini, karyawan pabrik yang dilecehkan mandornya"
    "explained-far": (
        rf"(?<!\w)(?P<name>{NAME})\s*,\s+(?P<gap>(?:(?!(?:me|di|ber|ter)[a-z]{{4,}}|yang\b)[a-z-]+\s+){{1,4}}?)"
        rf"(?P<who>{_of('victim')}|(?i:y(?:an)?g)\s+(?:(?:telah|sudah|pernah|kerap|sering|diduga|nyaris)\s+)*{_of('suffered')})(?!\w)"
    ),
    # "korban pelecehan, dokter residen dr. Aulia"
    "victim-job": (
        rf"(?<!\w){_of('victim')}(?!\w){_WITHIN},\s+(?:seorang\s+)?{_of('job')}(?:\s+[a-z]+){{0,2}}\s+{_HONOUR}{_FOLLOWS}(?=\s*[,.(;]|$)"
    ),
    # "Rehan, tersangka pembunuhan berusia 16 tahun"
    "aged-far": rf"(?<!\w)(?P<name>{NAME})\s*,\s+[^,.;\n]{{2,50}}?{AGE}",
    # "korban pornografi balas dendam, Jessica Halim, meminta"
    "attached-far": (
        rf"(?<!\w){_of('victim')}(?!\w)(?P<gap>(?:\s+(?!(?:me|di|ber|ter)[a-z]{{4,}}|kata\b|yang\b)[a-z-]+){{1,7}})\s*,\s*{_HONOUR}{_FOLLOWS}"
        r"(?=\s*[,(])"
    ),
    # "laporan dari saudari Fitria mengenai pelecehan"
    "reported-by": (
        r"(?<!\w)(?i:laporan|aduan|pengaduan|keterangan|kesaksian|pengakuan|permohonan)\s+(?:(?i:dari|oleh)\s+)?"
        rf"(?i:sdri?|saudari|saudara|ibu|bapak|nona|nyonya|korban|pelapor|seorang\s+perempuan)\.?\s+(?:bernama\s+)?{_FOLLOWS}"
    ),
    # "pegawai yang dilecehkan atasannya adalah Tiara"
    "sufferer": (
        rf"(?<!\w)yang{_BRIDGE}\s+{_of('suffered')}(?!\w)[^.,\n]{{0,60}}?\s(?i:adalah|ialah|yakni|yaitu|bernama|atas\s+nama)"
        rf"\s+{_HONOUR}{_FOLLOWS}"
    ),
    # "Dewi, pramugari, melaporkan pemerkosaan yang dialaminya"
    "own-story": (
        rf"(?<!\w)(?P<name>{NAME})(?:\s*\([^)\n]{{1,12}}\))?(?:\s*,[^,.\n]{{1,50}},|,)?{_BRIDGE}\s+"
        r"(?i:me(?:laporkan|ngadukan|nceritakan|ngungkap(?:kan)?|nuturkan|mbeberkan|lapor|ngadu|ngaku|nyebut|mbenarkan|ngakui|nyatakan|nulis|ngunggah)|bersaksi"
        r"|bercerita)(?!\w)"
        # "menceritakan disiksa majikannya": nobody else stands between
        rf"(?:(?i:(?:\s+(?:bahwa|telah|sudah|pernah|kerap|sering|ia|dia|dirinya|sempat|bagaimana))*\s+{_of('suffered')}(?!\w))"
        rf"|[^.\n]{{0,60}}?(?i:{_of('did')}nya|(?:yang\s+)?(?:dialaminya|menimpanya|ia\s+alami)|yang\s+dialami(?!\s+\w)"
        r"|atas\s+dirinya|(?:mantan\s+)?(?:suami|pacar|kekasih)nya))"
    ),
    # "Saya dicekik dan diperkosa," ungkap Rosna
    "own-words": (
        rf"(?<!\w)(?i:saya|aku)\s+[^\"”\n]{{0,80}}?(?<!\w){_of('suffered')}(?!\w)[^\"”\n]{{0,80}}[\"”],?\s+"
        rf"(?i:kata|ujar|tutur|ucap|ungkap|kenang|aku|cerita|keluh)(?:nya)?\s+{_HONOUR}{_FOLLOWS}"
    ),
    # "mencabuli Intan", "menganiaya korban, Rangga"
    "done": (
        rf"(?<!\w){_of('did')}\s+(?:(?i:korban(?:nya)?|anak(?:nya)?|seorang|putri(?:nya)?|putra(?:nya)?|kandung(?:nya)?|tiri(?:nya)?|"
        rf"perempuan|warga\s+binaan|tahanan|bernama|tetangga(?:nya)?|murid(?:nya)?|siswi(?:nya)?"
        rf"|istri(?:nya)?|suami(?:nya)?|pacar(?:nya)?|keponakan(?:nya)?|cucu(?:nya)?|pembantu(?:nya)?|staf(?:nya)?|bawahan(?:nya)?|pegawai(?:nya)?|mahasiswi(?:nya)?|anak\s+buah(?:nya)?|sendiri|karyawan(?:nya)?|santri(?:nya)?|rekan(?:nya)?|[a-z]{{3,}}nya)\s*,?\s+){{0,4}}{_HONOUR}{_FOLLOWS}"
    ),
    # "pelecehan terhadap Nia", "perundungan menimpa Kevin"
    "happened": (
        rf"(?<!\w){_of('happened')}(?:\s+(?!oleh)[a-z]+){{0,3}}?\s+(?i:terhadap|kepada|atas|menimpa|dialami(?:\s+oleh)?)\s+"
        rf"(?:(?i:korban|anak|seorang|siswi|siswa|bernama)\s+){{0,3}}{_HONOUR}{_FOLLOWS}"
    ),
    "befallen": rf"(?<!\w)(?i:(?:yang\s+)?dialami|menimpa)(?:\s+oleh)?\s+{_HONOUR}{_FOLLOWS}",
    # "dugaan penculikan Zahwa"
    "happened-to": rf"(?<!\w){_of('happened')}\s+{_HONOUR}{_FOLLOWS}",
    # "ayah korban, Budi Hartono"
    "kin": rf"(?<!\w){_KIN}\s+{_WARD}(?!\w){_WITHIN}{_LINK}{_HONOUR}{_FOLLOWS}",
    # "ayah kandungnya sendiri, Karmin"
    "own-kin": (
        rf"(?<!\w)(?:{_of('kin')}(?:nya|\s+(?i:kandung|tiri|angkat)nya)(?:\s+sendiri)?|(?i:sang|si)\s+{_of('kin')})"
        rf"{_LINK}{_HONOUR}{_FOLLOWS}"
    ),
    # "Suami Eka Damayanti ditangkap karena memukulinya"
    "spouse-of": rf"(?<!\w)(?i:(?:mantan\s+)?(?:suami|istri))\s+{_FOLLOWS}",
    # "orang tua dari Azka", "keluarga Iqbal"
    "kin-lead": (
        r"(?<!\w)(?i:(?:orang\s*tua|ayah|keluarga|kakak|nenek|kakek|wali)(?:\s+(?:kandung|tiri|angkat|almarhum(?:ah)?))*|ibu\s+kandung)"
        rf"(?:\s+dari)?\s+{_FOLLOWS}"
    ),
    # "Hendra Gunawan, adalah ayah tiri korban"
    "kin-of": (
        rf"(?<!\w)(?P<name>{NAME})(?:,[^,.\n]{{0,40}}?(?=\s(?:sekaligus|yang\s+juga|juga)))?,?\s+(?:yang\s+)?(?:(?:sekaligus|adalah|merupakan|ialah|selaku|sebagai|tak\s+lain|masih|juga|seorang)\s+)*"
        rf"{_KIN}\s+{_WARD}(?!\w)"
    ),
    # "putri dari pasangan Agus dan Rina", "anak dari Saudari Dewi"
    "offspring": (
        rf"(?<!\w){_OFFSPRING}{_BORN}\s+(?:(?i:dari\s+pasangan|pasangan|dari|(?=saudar[ai]|bapak|ibu|pak\b|bu\b))\s*)"
        rf"{_HONOUR}{_FOLLOWS}"
    ),
    # "pasangan muda Hendra dan Siska"
    "couple": (
        rf"(?<!\w)(?i:pasangan|pasutri)(?:\s+(?i:muda|kekasih|suami\s+istri|sejoli|pengantin))*,?\s+{_HONOUR}{_FOLLOWS}"
    ),
    # "anak pengusaha H. Rusli"
    "heir": (
        rf"(?<!\w){_OFFSPRING}{_BORN}\s+(?i:pengusaha|artis|penyanyi|aktor|pejabat|selebgram|pedagang|ulama|bos|juragan|saudagar|kontraktor|tokoh|kiai|kyai|politikus)"
        r"(?:\s+[a-z]+){0,2}?"
        rf"\s+{_HONOUR}{_FOLLOWS}"
    ),
    "sired": (
        rf"(?<!\w)(?:(?i:putra|putri|cucu|keponakan)|(?i:anak)(?=\s+(?i:kandung|tiri|bungsu|sulung))){_BORN}\s+{_HONOUR}{_FOLLOWS}"
    ),
    # "anak kandung tersangka Supriadi": art. 19 names the parents, whatever they did
    "born-of": (
        rf"(?<!\w)(?i:anak|putra|putri)\s+(?i:kandung|tiri|angkat|sulung|bungsu)\s+(?i:tersangka|terdakwa|pelaku|terpidana)[\s,]+"
        rf"{_HONOUR}{_FOLLOWS}"
    ),
    # "putra Kepala Desa Sukamulya"
    "post": rf"(?<!\w){_OFFSPRING}{_BORN}\s+(?:(?i:dari|seorang|oknum)\s+)*(?P<name>{_of('office')}(?:\s+[A-Z]\w+)*)",
    "school": (
        r"(?<!\w)(?P<name>(?:SDN?|SMPN?|SMAN?|SMKN?|STM|MTsN?|MIN?|MAN?|SLBN?|TK|PAUD|Ponpes|Pondok(?=\s+(?:A[a-z]-|Al\b|Darul|Nurul|Modern|Tahfi|Quran|Miftah|Raudl?h?atul))|(?i:pondok\s+pesantren|pesantren|"
        r"madrasah(?:\s+(?:ibtidaiyah|tsanawiyah|aliyah))?|sekolah\s+(?:dasar|menengah\s+(?:pertama|atas|kejuruan))))"
        r"(?:\s+(?:Negeri|Islam|Kristen|Katolik|Muhammadiyah|Terpadu|IT|N))*\s*(?:\d+|(?!Negeri|Islam)[A-Z][\w'’]+)(?:\s+(?:[A-Z][\w'’]+|\d+))*"
        r"|(?i:sdn?|smpn?|sman?|smkn?)\s*(?:negeri\s+)?\d+(?:\s+\w+)?)"
    ),
    # "jemaat Gereja Kasih Oelbaki", "les tari di Sanggar Puspa"
    "circle": (
        r"(?<!\w)(?i:jemaat|anggota|murid|(?:pelatih|guru|pengasuh|pembina|ustaz|mentor|pengajar)nya|(?P<staff>guru(?:\s+[a-z]+)?|pelatih|pengasuh|pembina|pengajar|ustaz(?:ah)?|pendeta|pemilik|mentor)(?!\s+(?:jemaat|anggota|murid|santri))|santri(?:wati)?|anak\s+(?:asuh|didik)|peserta|atlet|penghuni|remaja|pengurus|belajar|mengaji|ngaji"
        r"|latihan|berlatih|les|kursus|sekolah\s+minggu|bimbel|mondok|tinggal|diasuh)(?:\s+[a-z]+){0,2}?(?:\s+(?:di|dari|pada))?"
        rf"\s+(?P<name>{_of('circle')}\s+[A-Z][\w'’]+(?:\s+(?:[A-Z][\w'’]+|\d+))*)"
    ),
    # "rumahnya persis di belakang Masjid Baiturrahman"
    "landmark": (
        r"(?<!\w)(?i:(?:di\s+)?(?:belakang|depan|samping|sebelah|dekat|seberang)|bersebelahan\s+dengan|tak\s+jauh\s+dari)"
        r"\s+(?P<name>(?:[a-zA-Z]+\s+){1,2}?(?:[A-Z][\w'’]+|\d+)(?:\s+(?:[A-Z][\w'’]+|\d+))*)"
    ),
    # "anak penjaga SDN 4 Sukorame"
    "post-at": (
        rf"(?<!\w){_OFFSPRING}{_BORN}\s+(?:(?i:dari|seorang)\s+)?(?P<name>{_of('job')}(?:\s+(?!yang|dan|itu)[a-z]+){{0,3}}"
        r"\s+[A-Z][\w'’]+(?:\s+(?:[A-Z][\w'’]+|\d+))*)"
    ),
    # "anak di bawah umur bekerja di tambang: Sahril, Ferry"
    "listed": rf"(?<!\w){_WHO}(?!\w)[^.\n:]{{0,100}}:\s*(?P<mark>){_HONOUR}{_FOLLOWS}(?=\s*(?:[,.;(]|dan\b|$))",
    # "akun Facebook Sari Wulandari"
    "account-of": (
        r"(?<!\w)(?i:akun|profil)\s+(?:(?i:media\s+sosial|facebook|instagram|tiktok|twitter|x|ig|fb|milik|atas\s+nama|bernama|korban)[\s,]+){1,4}"
        rf"{_FOLLOWS}"
    ),
    # "siswi MTs di [Desa Tegalrejo]"
    "child-of": rf"(?<!\w){_WHO}(?!\w)(?:\s+(?!di|dari)[\w()]+){{0,3}}\s+(?:di|dari|asal)\s+$",
    "street": (
        rf"(?<!\w)(?P<name>{_of('street')}(?!\w)\s*(?:[A-Z\d][\w./]*)"
        rf"(?:[ ,]+(?:[A-Z\d][\w./]*|Nomor|No\.?|RT|RW))*|{_of('numbered')})"
    ),
    "pictured": rf"(?<!\w)(?P<name>{_of('picture')}(?!\w)(?:,\s|[^.,;\n]{{0,45}}?)(?<!\w){_WHO})(?!\w)",
    # "wajahnya terlihat jelas", "suaranya tidak disamarkan", "namanya disebut penyiar"
    "unveiled": (
        r"(?<!\w)(?P<name>(?i:wajah|muka|suara|nama|identitas)(?i:nya)\s+(?i:masih\s+)?(?i:(?:ter|di)(?:lihat|dengar|perlihatkan|tampilkan)"
        r"(?:\s+jelas)?|tampak(?:\s+jelas)?|tidak\s+(?:disamarkan|diburamkan|disensor|diblur)|disebut(?:kan)?\s+(?:penyiar|pembawa|terang|lengkap)\w*))(?!\w)"
    ),
    "reached": r"(?<!\w)(?P<name>@[A-Za-z]\w[\w.]*|(?:\+?62|0)8\d(?:[ -]?\d){6,11})(?!\w)",
}
