<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>AddSource</name>
    <message>
        <source>Add a source</source>
        <translation>Tambah sumber</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Periksa</translation>
    </message>
    <message>
        <source>As the feed names itself</source>
        <translation>Seperti nama umpannya sendiri</translation>
    </message>
    <message>
        <source>Whole country</source>
        <translation>Seluruh Indonesia</translation>
    </message>
    <message>
        <source>Stands on the ministry&apos;s own network (intranet)</source>
        <translation>Berada di jaringan kementerian sendiri (intranet)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambahkan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Address of the feed</source>
        <translation>Alamat umpan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Jangkauan</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Wilayah</translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <source>Paste</source>
        <translation>Tempel</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Salin teks</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Kosongkan</translation>
    </message>
    <message>
        <source>The text to be checked</source>
        <translation>Teks yang diperiksa</translation>
    </message>
    <message>
        <source>Paste any text on this matter here: a unit&apos;s release, a WhatsApp message, a post. What it says otherwise than the narrative is shown beside its line.</source>
        <translation>Tempel di sini teks siapa pun tentang perkara ini: rilis satuan kerja, pesan WhatsApp, unggahan. Yang dikatakannya lain dari narasi ditunjukkan di samping barisnya.</translation>
    </message>
    <message>
        <source>The narrative of this issue is not approved yet. As soon as it is, it stands here and every text can be held against it.</source>
        <translation>Narasi isu ini belum disetujui. Begitu disetujui, narasi itu berdiri di sini dan setiap teks dapat diperiksa terhadapnya.</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Memeriksa …</translation>
    </message>
    <message>
        <source>Does a text say what the narrative says?</source>
        <translation>Apakah sebuah teks sejalan dengan narasi?</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Tersalin.</translation>
    </message>
    <message>
        <source>The approved narrative</source>
        <translation>Narasi yang disetujui</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakta</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ganti</translation>
    </message>
    <message>
        <source>Waive …</source>
        <translation>Biarkan …</translation>
    </message>
    <message>
        <source>Reason, then Enter</source>
        <translation>Alasan, lalu Enter</translation>
    </message>
</context>
<context>
    <name>Drill</name>
    <message>
        <source>Speed of the drill</source>
        <translation>Kecepatan latihan</translation>
    </message>
    <message>
        <source>Show the drill&apos;s window</source>
        <translation>Tampilkan jendela latihan</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>Latihan</translation>
    </message>
    <message>
        <source>Reading the drills …</source>
        <translation>Membaca daftar latihan …</translation>
    </message>
    <message>
        <source>A drill plays a scripted crisis through the real pipeline, in a database of its own. Nothing of it enters your queue.</source>
        <translation>Latihan memutar krisis bernaskah melalui alur yang sebenarnya, di basis data tersendiri. Tidak ada yang masuk ke antrean Anda.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Putar</translation>
    </message>
    <message>
        <source>The drill begins …</source>
        <translation>Latihan dimulai …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>The drills cannot be read</source>
        <translation>Daftar latihan tidak dapat dibaca</translation>
    </message>
    <message>
        <source>The drill was broken off.</source>
        <translation>Latihan dihentikan.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>What is known, in one sentence</source>
        <translation>Apa yang diketahui, dalam satu kalimat</translation>
    </message>
    <message>
        <source>Source: an outlet, an address, a document</source>
        <translation>Asal: media, alamat, atau dokumen</translation>
    </message>
    <message>
        <source>Add the fact</source>
        <translation>Tambah fakta</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Tarik kembali</translation>
    </message>
    <message>
        <source>Show in the queue</source>
        <translation>Tampilkan di antrean</translation>
    </message>
    <message>
        <source>No facts yet. Note what is certain, each with its source.</source>
        <translation>Belum ada fakta. Catat yang pasti saja, masing-masing dengan asalnya.</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakta</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Kabar</translation>
    </message>
</context>
<context>
    <name>Issues</name>
    <message>
        <source>Facts</source>
        <translation>Fakta</translation>
    </message>
    <message>
        <source>Narrative</source>
        <translation>Narasi</translation>
    </message>
    <message>
        <source>Check a text</source>
        <translation>Periksa teks</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Ganti judul</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>Belum ada penanggung jawab</translation>
    </message>
    <message>
        <source>Back to the shift</source>
        <translation>Kembalikan ke regu jaga</translation>
    </message>
    <message>
        <source>Write the narrative</source>
        <translation>Tulis narasi</translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation>Ajukan</translation>
    </message>
    <message>
        <source>Approve …</source>
        <translation>Setujui …</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Ekspor …</translation>
    </message>
    <message>
        <source>Choose an issue to go on with it.</source>
        <translation>Pilih isu untuk melanjutkannya.</translation>
    </message>
    <message>
        <source>With closed ones</source>
        <translation>Termasuk yang ditutup</translation>
    </message>
    <message>
        <source>Reading the issues …</source>
        <translation>Membaca daftar isu …</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Isu</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Salin teks</translation>
    </message>
    <message>
        <source>Nothing is in hand</source>
        <translation>Belum ada yang ditangani</translation>
    </message>
    <message>
        <source>Take up a story from the queue and it becomes an issue here.</source>
        <translation>Tangani sebuah kabar dari antrean, lalu kabar itu menjadi isu di sini.</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation>Ke antrean</translation>
    </message>
    <message>
        <source>Reading the issue …</source>
        <translation>Membaca isu …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>The issues cannot be read</source>
        <translation>Daftar isu tidak dapat dibaca</translation>
    </message>
    <message>
        <source>Title of the issue:</source>
        <translation>Judul isu:</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Tersalin.</translation>
    </message>
    <message>
        <source>Folder for the documents</source>
        <translation>Folder untuk dokumen</translation>
    </message>
</context>
<context>
    <name>Judge</name>
    <message>
        <source>Return the narrative</source>
        <translation>Kembalikan narasi</translation>
    </message>
    <message>
        <source>Approve the narrative</source>
        <translation>Setujui narasi</translation>
    </message>
    <message>
        <source>Name of the approver</source>
        <translation>Nama pemberi persetujuan</translation>
    </message>
    <message>
        <source>What has to be mended</source>
        <translation>Apa yang harus diperbaiki</translation>
    </message>
    <message>
        <source>The author gets the text back as a draft, with your reason.</source>
        <translation>Penyusun menerima kembali teks ini sebagai draf, beserta alasan Anda.</translation>
    </message>
    <message>
        <source>The text is approved as it was submitted. This cannot be taken back.</source>
        <translation>Teks disetujui persis seperti yang diajukan. Ini tidak dapat dibatalkan.</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Setujui</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>Pemberi persetujuan</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Next</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Sebelumnya</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Take up</source>
        <translation>Tangani</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Pantau</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Abaikan</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>Cari atau perintah</translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation>Ke halaman</translation>
    </message>
    <message>
        <source>Read anew</source>
        <translation>Baca ulang</translation>
    </message>
    <message>
        <source>Next part of the page</source>
        <translation>Bagian berikutnya</translation>
    </message>
    <message>
        <source>Next tab of the issue</source>
        <translation>Tab isu berikutnya</translation>
    </message>
    <message>
        <source>Next step of the issue</source>
        <translation>Langkah isu berikutnya</translation>
    </message>
    <message>
        <source>Next remark on the text, with Shift the one before</source>
        <translation>Temuan berikutnya; dengan Shift, sebelumnya</translation>
    </message>
    <message>
        <source>Put the narrative&apos;s words there</source>
        <translation>Ganti dengan kata narasi</translation>
    </message>
    <message>
        <source>Let the remark pass, with a reason</source>
        <translation>Biarkan temuan, dengan alasan</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Tambah sumber</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Terang atau gelap</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Daftar ini</translation>
    </message>
</context>
<context>
    <name>Narrative</name>
    <message>
        <source>Umbrella message</source>
        <translation>Pesan utama</translation>
    </message>
    <message>
        <source>A colleague changed this text while you were writing. Yours is still here; nothing is lost.</source>
        <translation>Rekan mengubah teks ini selagi Anda menulis. Teks Anda masih ada di sini; tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Keep my text</source>
        <translation>Pertahankan teks saya</translation>
    </message>
    <message>
        <source>Take the colleague&apos;s text</source>
        <translation>Pakai teks rekan</translation>
    </message>
    <message>
        <source>The gate finds nothing.</source>
        <translation>Gerbang tidak menemukan apa-apa.</translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation>Ajukan</translation>
    </message>
    <message>
        <source>Approve …</source>
        <translation>Setujui …</translation>
    </message>
    <message>
        <source>Return …</source>
        <translation>Kembalikan …</translation>
    </message>
    <message>
        <source>Withdraw and edit</source>
        <translation>Tarik lalu ubah</translation>
    </message>
    <message>
        <source>Write a new version</source>
        <translation>Tulis versi baru</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Ekspor …</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Salin teks</translation>
    </message>
    <message>
        <source>Fill in the umbrella and all three key messages to submit.</source>
        <translation>Lengkapi pesan utama dan ketiga pesan kunci untuk mengajukan.</translation>
    </message>
    <message>
        <source>Nobody has begun to write yet.</source>
        <translation>Belum ada yang mulai menulis.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Menyimpan …</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Write a note</source>
        <translation>Tulis catatan</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>Tambah catatan</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Yang telah dilakukan</translation>
    </message>
    <message>
        <source>No notes yet.</source>
        <translation>Belum ada catatan.</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Take up</source>
        <translation>Tangani</translation>
    </message>
    <message>
        <source>Open the issue</source>
        <translation>Buka isu</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Pantau</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Abaikan</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation>Mengapa di sini</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurva</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Berhenti pantau</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Dipantau</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Semua topik</translation>
    </message>
    <message>
        <source>All regions</source>
        <translation>Semua wilayah</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topik</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Wilayah</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Kapan saja</translation>
    </message>
    <message>
        <source>Choose a story to see why it is here.</source>
        <translation>Pilih kabar untuk melihat mengapa ada di sini.</translation>
    </message>
    <message>
        <source>Reading the queue …</source>
        <translation>Membaca antrean …</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <source>Take up the story</source>
        <translation>Tangani kabar ini</translation>
    </message>
    <message>
        <source>Watch the story</source>
        <translation>Pantau kabar ini</translation>
    </message>
    <message>
        <source>Dismiss the story</source>
        <translation>Abaikan kabar ini</translation>
    </message>
    <message>
        <source>Mute a word …</source>
        <translation>Bisukan kata …</translation>
    </message>
    <message>
        <source>Lift all filters</source>
        <translation>Lepas semua saringan</translation>
    </message>
    <message>
        <source>Nothing new in this time</source>
        <translation>Tidak ada kabar dalam waktu ini</translation>
    </message>
    <message>
        <source>Show any time</source>
        <translation>Tampilkan semua waktu</translation>
    </message>
    <message>
        <source>Nothing passes the filters</source>
        <translation>Tidak ada yang lolos saringan</translation>
    </message>
    <message>
        <source>The queue is empty</source>
        <translation>Antrean kosong</translation>
    </message>
    <message>
        <source>Stories appear here as soon as watched sources report something.</source>
        <translation>Kabar muncul di sini begitu sumber yang dipantau memberitakan sesuatu.</translation>
    </message>
    <message>
        <source>See the sources</source>
        <translation>Lihat sumber</translation>
    </message>
    <message>
        <source>The queue cannot be read</source>
        <translation>Antrean tidak dapat dibaca</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Mute a word</source>
        <translation>Bisukan kata</translation>
    </message>
    <message>
        <source>Stories whose headline has this word no longer enter the queue:</source>
        <translation>Kabar yang judulnya memuat kata ini tidak lagi diperhitungkan dalam antrean:</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>The reports of this story are no longer kept.</source>
        <translation>Berita kabar ini tidak disimpan lagi.</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Buka di peramban</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berita</translation>
    </message>
    <message>
        <source>Note as a fact of the issue</source>
        <translation>Catat sebagai fakta isu</translation>
    </message>
    <message>
        <source>Mute this source</source>
        <translation>Bisukan sumber ini</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Queue</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Isu</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>Latihan</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Words, &quot;a phrase&quot;, AND OR NOT</source>
        <translation>Kata, &quot;frasa&quot;, AND OR NOT</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Buka di peramban</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Search all articles</source>
        <translation>Cari di semua berita</translation>
    </message>
    <message>
        <source>Type words above. The query language of topics works here too.</source>
        <translation>Ketik kata di atas. Bahasa kueri topik juga berlaku di sini.</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Mencari …</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Tidak ada yang cocok</translation>
    </message>
    <message>
        <source>Try fewer or other words; endings do not matter.</source>
        <translation>Coba kata yang lebih sedikit atau kata lain; imbuhan tidak berpengaruh.</translation>
    </message>
    <message>
        <source>This cannot be searched for</source>
        <translation>Ini tidak dapat dicari</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> menit</translation>
    </message>
    <message>
        <source> days</source>
        <translation> hari</translation>
    </message>
    <message>
        <source>Show a notification for a new alert</source>
        <translation>Tampilkan pemberitahuan untuk peringatan baru</translation>
    </message>
    <message>
        <source>Go on monitoring when the window is closed</source>
        <translation>Tetap memantau saat jendela ditutup</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>A story is an alert above the score</source>
        <translation>Kabar menjadi peringatan di atas skor</translation>
    </message>
    <message>
        <source>First statement due after</source>
        <translation>Pernyataan awal jatuh tempo setelah</translation>
    </message>
    <message>
        <source>Keep articles (0: for ever)</source>
        <translation>Simpan berita (0: selamanya)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Dibisukan</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Bunyikan lagi</translation>
    </message>
    <message>
        <source>Nothing is muted.</source>
        <translation>Tidak ada yang dibisukan.</translation>
    </message>
    <message>
        <source>Settings saved.</source>
        <translation>Pengaturan disimpan.</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Nonaktifkan</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktifkan</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Bunyikan lagi</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Bisukan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Jangkauan</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Wilayah</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Berita</translation>
    </message>
    <message>
        <source>Last read</source>
        <translation>Terakhir dibaca</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Masalah</translation>
    </message>
    <message>
        <source>Find a source</source>
        <translation>Cari sumber</translation>
    </message>
    <message>
        <source>Failing only</source>
        <translation>Yang bermasalah</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Tambah sumber</translation>
    </message>
    <message>
        <source>Lists of sources</source>
        <translation>Daftar sumber</translation>
    </message>
    <message>
        <source>Install the catalogue of Indonesian outlets</source>
        <translation>Pasang katalog media Indonesia</translation>
    </message>
    <message>
        <source>Import OPML …</source>
        <translation>Impor OPML …</translation>
    </message>
    <message>
        <source>Export OPML …</source>
        <translation>Ekspor OPML …</translation>
    </message>
    <message>
        <source>Reading the sources …</source>
        <translation>Membaca daftar sumber …</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>No source passes the filter</source>
        <translation>Tidak ada sumber yang lolos saringan</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Nobody is monitored yet</source>
        <translation>Belum ada yang dipantau</translation>
    </message>
    <message>
        <source>Begin with the catalogue of Indonesian outlets, or add the feeds that you know.</source>
        <translation>Mulailah dari katalog media Indonesia, atau tambahkan umpan yang Anda kenal.</translation>
    </message>
    <message>
        <source>Install the catalogue</source>
        <translation>Pasang katalog</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>The sources cannot be read</source>
        <translation>Daftar sumber tidak dapat dibaca</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open Pantau</source>
        <translation>Buka Pantau</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Begin to monitor</source>
        <translation>Mulai memantau</translation>
    </message>
    <message>
        <source>Try a drill</source>
        <translation>Coba latihan</translation>
    </message>
    <message>
        <source>I would rather choose the sources myself</source>
        <translation>Saya memilih sumbernya sendiri</translation>
    </message>
    <message>
        <source>Welcome to Pantau</source>
        <translation>Selamat datang di Pantau</translation>
    </message>
    <message>
        <source>See what is about to become an issue, and answer it with one voice.</source>
        <translation>Lihat yang akan menjadi isu, lalu jawab dengan satu suara.</translation>
    </message>
    <message>
        <source>Installs the catalogue of Indonesian outlets and begins to read them. The first stories stand in the queue after a minute or two.</source>
        <translation>Memasang katalog media Indonesia dan mulai membacanya. Kabar pertama ada di antrean satu dua menit kemudian.</translation>
    </message>
    <message>
        <source>Monitor for real</source>
        <translation>Pantau sungguhan</translation>
    </message>
    <message>
        <source>Plays a scripted crisis into a database of its own, so that you can try everything. Needs no network.</source>
        <translation>Memutar krisis bernaskah di basis data tersendiri, sehingga semuanya dapat dicoba. Tidak memerlukan jaringan.</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>Berlatih dahulu</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Mulai</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Settings</source>
        <translation>Atur</translation>
    </message>
    <message>
        <source>Opening the database …</source>
        <translation>Membuka basis data …</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Search or command (Ctrl+K)</source>
        <translation>Cari atau perintah (Ctrl+K)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Terang atau gelap</translation>
    </message>
    <message>
        <source>Settings of the desk …</source>
        <translation>Pengaturan …</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Tidak ada yang dapat diurungkan.</translation>
    </message>
    <message>
        <source>Undo (Z)</source>
        <translation>Urungkan (Z)</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Sudah diurungkan.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>Warna mengikuti sistem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
</context>
</TS>
