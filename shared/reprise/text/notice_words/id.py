"""Indonesian."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="id",
    gate="terbit|diterbitkan|dipublikasikan|dimuat|izin|lisensi|terjemah|pertama kali|"
    "hak cipta|foto|sumber|tayang|ditayangkan|dikutip|disadur|artikel asli|direproduksi|"
    "atas seizin|gambar|seizin|publikasi|republik|muncul|versi|diunggah|berdasarkan|via |"
    "diolah|disalin|kerja sama|kolaborasi|disediakan|mitra|kebenaran|via|dilansir|"
    "diambil|alih bahasa|penerjemah",
    text="artikel|tulisan|teks|berita|esai|kolom|wawancara|opini|postingan|laporan|naskah|"
    "cerita|ulasan|editorial|catatan|liputan|reportase|pos|konten|unggahan",
    this="ini|berikut|berikut ini|di atas|di bawah ini|tersebut",
    pub="diterbitkan|dipublikasikan|dimuat|terbit|muncul|tayang|ditayangkan|dicetak|"
    "publikasi|diunggah|berasal|dirilis|digunakan|ditulis untuk|tampil|disiarkan|"
    "telah tayang|menerbitkan",
    first="pertama kali|awalnya|sebelumnya|semula|mulanya|pada awalnya|pertama|aslinya|"
    "lebih dulu|terlebih dahulu|untuk pertama kalinya",
    rep="diterbitkan ulang|dipublikasikan ulang|diterbitkan kembali|dipublikasikan kembali|"
    "dimuat ulang|dimuat kembali|direproduksi|dikutip|disadur|dicetak ulang|"
    "publikasi ulang|ditayangkan ulang|republikasi|ditayangkan kembali|diposting ulang|"
    "diambil|dinukil|diunggah ulang|diunggah kembali|menerbitkan ulang|"
    "menerbitkan kembali|diterbitkan semula|disalin dari|disalin|dipetik|dipetik dari|"
    "diunggah ulang dari|dimuat ulang dari|diambil dari|disadur dari|dikutip dari|"
    "dilansir dari|dilansir|dipublikasi ulang|diterbitkan lagi|disiarkan ulang|"
    "dimuat lagi|ditayangkan lagi|ditulis ulang dari|republikasi dari",
    firstpub="publikasi pertama|terbitan pertama|publikasi asli",
    feed="pertama kali tampil pada|muncul pertama kali pada|pertama kali muncul di",
    piece="penelitian|bab|pidato|buku|seri|puisi|kutipan|versi|materi|video|dokumen",
    it="ia",
    grant="izin|persetujuan|perizinan|kebenaran|restu|perkenan",
    with_="dengan|atas",
    perm="atas izin|seizin|atas seizin|dengan izin|bekerja sama dengan|kerja sama dengan|"
    "atas persetujuan|atas kebaikan|dengan seizin|dengan kebenaran|atas perkenan|"
    "dengan persetujuan|dalam kerja sama dengan|hasil kerja sama dengan|"
    "berkat kerja sama dengan|melalui kerja sama dengan|seijin|atas seijin|dengan ijin|"
    "atas ijin",
    written="ditulis oleh|ditulis|penulis",
    person="penulis|penulisnya|pengarang|pemegang hak cipta",
    at="di|pada|dalam|melalui|lewat",
    by="oleh",
    of="milik",
    from_="dari",
    outlet="blog|situs|situs web|laman|majalah|koran|surat kabar|harian|jurnal|portal|media|"
    "website|tabloid|mingguan|halaman|buletin|penerbit|redaksi|platform|kantor berita|"
    "buku|kanal|rubrik|web|portal berita|radio|stasiun|televisi|bulanan|dwimingguan|akun|"
    "grup|media daring|media online|kolektif|newsletter|surat kabar harian|kanal berita",
    issue="edisi|nomor|no|volume",
    transl="diterjemahkan|terjemahan|penerjemah|alih bahasa|dialihbahasakan",
    derived="versi sebelumnya|versi awal|diadaptasi dari|berdasarkan|saduran|adaptasi|"
    "versi singkat|versi ringkas|terinspirasi|diolah dari|disarikan dari|versi terdahulu|"
    "cuplikan dari",
    original="artikel asli|tulisan asli|versi asli|sumber asli|naskah asli|artikel aslinya|"
    "versi aslinya|teks asli|tulisan aslinya",
    read="baca artikel asli|baca artikel aslinya|baca versi asli|baca artikel sumber|"
    "baca selengkapnya di|dapat dibaca di sini|bisa dibaca di sini|baca tulisan asli|"
    "bisa dibaca di|baca aslinya|dapat dibaca di",
    source="sumber|sumber asli|sumber artikel|via",
    reserved="hak cipta dilindungi|hak cipta dilindungi undang undang|seluruh hak cipta|"
    "segala hak|tidak boleh|semua hak dilindungi|dilarang keras",
    forbid="dilarang|tidak diperbolehkan|tidak diizinkan|terlarang",
    without="tanpa",
    only="hanya|tertulis|harus|wajib|terlebih dahulu",
    offer="silakan|bebas|gratis|boleh|anda dapat|anda boleh|dipersilakan|anda bisa|"
    "diperbolehkan|dapat diterbitkan ulang|diperkenankan|secara bebas",
    use="menerbitkan ulang|menyebarluaskan|membagikan|menyalin|menggunakan|memperbanyak|"
    "mengutip|mereproduksi|penggandaan|penyebaran|penyalinan|mengambil|menayangkan|"
    "penggunaan|republikasi|disalin|disebarluaskan|memublikasikan|mempublikasikan",
    under="di bawah|sesuai|berlisensi",
    licence="lisensi|creative commons|cc",
    licensed="dilisensikan|berlisensi|tersedia di bawah|tersedia dengan lisensi|"
    "dilisensikan di bawah|berada di bawah lisensi",
    content="situs ini|konten|konten di|isi situs|karya ini|seluruh konten|semua artikel|"
    "semua konten|semua tulisan|isi situs web",
    except_="kecuali|kecuali dinyatakan lain",
    photo="foto|gambar|ilustrasi|kredit foto|fotografer|sumber foto|sumber gambar|foto sampul|"
    "foto oleh",
    here="di sini|di bawah|di situs ini",
    ours="kami|kita|saya",
    label="catatan|catatan redaksi|catatan editor|keterangan|red|redaksi|catatan penerjemah|"
    "disclaimer|perhatian|ket",
    language="inggris|indonesia|belanda|arab|bahasa inggris|bahasa indonesia",
    link="dan|the|of|and|untuk",
    month="januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|"
    "desember|tanggal|tahun|senin|selasa|rabu|kamis|jumat|sabtu|minggu|bulan",
    and_="dan|atau|tetapi",
    the="sebuah|suatu|oleh",
    glue="telah|sudah|dengan|dan|juga|oleh|atas|yang|sebagai|baik|tertulis|secara|khusus|"
    "ringan|sedikit|penyuntingan|bahasa|ke|berjudul|judul|resmi|kini|daring|online|"
    "lisensi",
    contributed="disumbangkan oleh|disediakan oleh|dikirimkan oleh|diberikan oleh",
    for_="untuk",
    partner="mitra|media mitra|rekan|kolega|sahabat",
)
