// Bahasa Indonesia; see en/rejections.ts.

import type { rejections as english } from '../en/rejections.ts';
import type { Messages } from '../messages.ts';

export const rejections: Messages<typeof english> = {
  'rejection.unknownCompetition': 'Kejuaraan ini tidak ada (lagi).',
  'rejection.competitionExists': 'Kejuaraan ini sudah ada.',
  'rejection.competitionIsClosed':
    'Kejuaraan ini sudah diarsipkan: tidak ada yang dapat diubah sebelum panitia membukanya lagi.',
  'rejection.competitionIsOpen': 'Kejuaraan ini tidak diarsipkan: tidak ada yang perlu dibuka lagi.',
  'rejection.nameMissing': 'Nama belum diisi.',
  'rejection.datesWrong': 'Tanggal tidak cocok: hari terakhir tidak boleh sebelum hari pertama.',
  'rejection.unknownRuleSet': 'Server tidak mengenal buku peraturan “{ruleSetId}”.',
  'rejection.unknownRound': 'Server tidak mengenal ronde “{roundId}”.',
  'rejection.unknownCategory': 'Tidak ada kategori “{category}”.',
  'rejection.duplicateEntry': '{name} ({club}) sudah terdaftar di {category}.',
  'rejection.targetTaken': 'Bantalan {target} sudah ditempati {name}.',
  'rejection.nothingToImport': 'Tidak ada yang diimpor.',
  'rejection.nothingToChange': 'Tidak ada yang diubah.',
  'rejection.entryChangedMeanwhile': 'Data {name} sementara itu sudah diubah orang lain. Sekarang: {now}.',
  'rejection.entryNotWithdrawn': 'Peserta no. {entry} tidak mundur: tidak ada yang perlu dikembalikan.',
  'rejection.cardIsWritten':
    'Kartu {name} sudah ada isinya, jadi pendaftarannya tetap. Pilih “tidak mulai” atau “berhenti” di kartu.',
  'rejection.roundIsShot':
    '{name} sudah menembak, dan {category} memakai ronde lain: hanya kategori dengan ronde yang sama yang bisa.',
  'rejection.entryInDraw': '{name} ada dalam undian {event}. Batalkan undiannya dulu.',
  'rejection.licenceWrong': '“{licence}” bukan nomor anggota: paling banyak 40 huruf dalam satu baris.',
  'rejection.unknownEntry': 'Pemanah ini (no. {entry}) tidak terdaftar.',
  'rejection.unknownButt': 'Tidak ada pemanah di bantalan {butt}.',
  'rejection.unknownDevice': 'Server tidak mengenal perangkat ini. Pindai lagi kode QR bantalan.',
  'rejection.deviceRevoked': 'Panitia telah mencabut perangkat ini. Pindai lagi kode QR bantalan.',
  'rejection.notAllowed': 'Hanya panitia yang boleh melakukan ini.',
  'rejection.notYourTarget': 'Perangkat ini milik bantalan {butt}, tetapi pemanah ini di {target}.',
  'rejection.noSuchEnd': 'Tidak ada rambahan {end}: ronde ini punya {ends}.',
  'rejection.endOutOfOrder': 'Rambahan {expected} harus dicatat sebelum rambahan {end}.',
  'rejection.tooManyArrows': 'Satu rambahan di sini berisi {arrowsPerEnd} anak panah.',
  'rejection.noArrows': 'Ada anak panah yang belum diisi.',
  'rejection.valueNotOnFace': 'Kertas sasaran {face} tidak punya nilai {value}.',
  'rejection.arrowAlreadyScored':
    'Anak panah {arrow} rambahan {end} sudah dicatat: {value}. Mungkin dicatat di perangkat lain.',
  'rejection.nothingToCorrect': 'Rambahan {end} belum berisi anak panah untuk dikoreksi.',
  'rejection.changedMeanwhile': 'Rambahan {end} sudah diubah sementara itu. Sekarang {now}.',
  'rejection.onlyLastEnd':
    'Hanya rambahan terakhir ({last}) yang dapat dikoreksi di sini. Untuk rambahan {end} panggil wasit.',
  'rejection.judgeMissing': 'Nama wasit belum diisi.',
  'rejection.reasonMissing': 'Alasan belum diisi.',
  'rejection.roundWrong': `Ronde “{roundId}” tidak dapat dipakai: {why, select,
    id {nama singkatnya terdiri atas 1 sampai 40 huruf, angka dan - _ . dan diawali huruf atau angka}
    name {namanya harus satu baris teks}
    discipline {ronde ini bukan outdoor, indoor, field atau 3D}
    noDistances {tidak ada jaraknya}
    tooManyDistances {jaraknya terlalu banyak untuk satu ronde}
    metres {jarak harus lebih dari 0 dan kurang dari 200 meter}
    ends {satu jarak harus terdiri atas 1 sampai 60 rambahan}
    arrowsPerEnd {satu rambahan harus berisi 1 sampai 12 anak panah}
    seconds {waktu satu rambahan harus 1 sampai 3600 detik bulat}
    unknownFace {kertas sasarannya tidak dikenal server ini}
    faceId {nama singkat kertas sasarannya berbeda dengan yang disebut pada jarak, atau tidak dapat dipakai}
    faceTaken {nama singkat kertas sasarannya sudah dipakai di katalog}
    faceDiffers {dua kertas sasaran yang berbeda memakai nama singkat yang sama}
    faceOfOtherDiscipline {kertas sasarannya milik disiplin lain}
    faceName {nama kertas sasarannya harus satu baris teks}
    faceSize {diameter kertas sasarannya tidak mungkin}
    spots {satu lembar berisi 1, 3 atau 5 sasaran}
    noZones {kertas sasarannya tidak punya zona nilai}
    tooManyZones {kertas sasarannya punya lebih dari 12 zona nilai}
    zoneTwice {ada nilai yang tercantum dua kali pada kertas sasarannya}
    zoneValue {ada nilai yang bukan nilai anak panah}
    zonePoints {poin harus bulat dan tidak boleh naik ke arah tepi kertas sasaran}
    zoneSize {zona harus makin besar dari pusat ke tepi kertas sasaran}
    zoneColour {warna zona harus emas, merah, biru, hitam atau putih}
    other {{why}}}.`,
  'rejection.roundTaken': 'Katalog sudah memiliki ronde “{roundId}”. Pilih nama singkat lain.',
  'rejection.roundInUse': 'Anak panah sudah dilepaskan di ronde “{roundId}”: ronde ini tidak dapat diubah lagi.',
  'rejection.categoryWrong':
    'Kategori “{category}” tidak dapat dipakai: kodenya terdiri atas huruf dan angka tanpa spasi, masing-masing sekali, dan namanya satu baris teks.',
  'rejection.categoryInUse': 'Anak panah sudah dilepaskan di {category}: rondenya harus tetap.',
  'rejection.otherRound': 'Kartu skor {category} tidak dapat dihitung di {also}: rondenya berbeda.',
  'rejection.countryWrong': '“{country}” bukan negara: satu baris, paling banyak 60 huruf.',
  'rejection.bornInWrong': '{name} tidak mungkin lahir pada tahun {bornIn}.',
  'rejection.sessionWrong': `Sesi {session} tidak cocok: {why, select,
    number {sesi diberi nomor 1, 2, 3 menurut urutan menembaknya}
    name {namanya harus satu baris teks}
    day {harinya harus di antara hari-hari kejuaraan}
    start {jamnya harus ditulis seperti 09:30}
    order {sesi ini mulai sebelum sesi di depannya}
    unknownCategory {ada kategori yang tidak ada}
    categoryTwice {ada kategori yang disebut dua kali}
    ends {rambahannya tidak ada di ronde}
    overlap {sebagian rambahannya juga ada di sesi lain}
    other {{why}}}.`,
  'rejection.recordWrong': `Baris {line} dari daftar rekor tidak cocok: {why, select,
    tooMany {daftarnya terlalu panjang}
    kind {jenisnya harus nama singkat seperti PB, NR atau WR}
    unknownCategory {kategorinya tidak ada}
    unknownRound {rondenya tidak ada}
    name {rekor pribadi memerlukan nama pemanah, rekor umum tidak}
    club {hanya rekor pribadi yang memakai klub}
    total {total ini tidak mungkin di ronde itu}
    x {jumlah X ini tidak mungkin di ronde itu}
    twice {rekor yang sama tercantum dua kali}
    other {{why}}}.`,
  'rejection.cardLocked':
    'Kartu skor {name} sudah ditandatangani dan dikunci. Hanya wasit yang dapat membukanya kembali.',
  'rejection.cardNotLocked': 'Kartu skor {name} tidak terkunci.',
  'rejection.cardIncomplete': 'Kartu skor {name} belum lengkap: ada anak panah yang belum diisi di rambahan {end}.',
  'rejection.cardsDiffer': 'Kedua kartu skor {name} berbeda di rambahan {end}. Selesaikan dahulu.',
  'rejection.standingUnchanged': `{standing, select,
    competing {{name} memang sedang bertanding}
    DNS {{name} sudah dicatat tidak mulai}
    DNF {{name} sudah dicatat tidak selesai}
    DSQ {{name} sudah didiskualifikasi}
    DQB {{name} sudah didiskualifikasi karena perilaku}
    other {{name}: tidak ada yang berubah}}.`,
  'rejection.notCompeting': `Skor tidak dapat dicatat: {standing, select,
    DNS {{name} tidak mulai}
    DNF {{name} mengundurkan diri dan tidak menyelesaikan ronde}
    DSQ {{name} didiskualifikasi}
    DQB {{name} didiskualifikasi karena perilaku}
    other {{name} tidak bertanding}}.`,
  'rejection.rulingDoesNotFit': 'Keputusan wasit ini tidak cocok dengan anak panah rambahan {end}.',
  'rejection.rulingChangesNothing': 'Rambahan {end} sudah sesuai dengan keputusan wasit ini.',
  'rejection.sameScorer': 'Rambahan {end} dicatat di perangkat ini. Kartu kedua memerlukan pencatat lain.',
  'rejection.endNotChecked': `Kartu skor {name} belum dapat ditandatangani: {mode, select,
    confirmed {atlet belum mengonfirmasi rambahan {end}}
    other {rambahan {end} belum ada di kartu kedua}}.`,
  'rejection.alreadySigned': `Kartu skor {name} sudah ditandatangani oleh {as, select,
    athlete {atlet}
    other {pencatat}}.`,
  'rejection.signatureWrong': 'Tanda tangan ini terlalu panjang. Hapus dan tanda tangani lagi, atau isi nama saja.',
  'rejection.hitsWrong':
    'Titik anak panah rambahan {end} tidak sesuai dengan nilainya. Catat rambahan ini tanpa titik anak panah.',
  'rejection.clockWrong': `Jam tembak tidak dapat diatur seperti ini: {why, select,
    lines {boleh ada satu sampai delapan gelombang, tidak ada dua yang namanya sama}
    line {gelombang itu tidak ada}
    end {rambahan itu tidak ada}
    seconds {waktu diisi dalam detik bulat, paling lama satu jam}
    phase {panggilannya sudah terlalu lama. Panggil lagi gelombang itu}
    turn {giliran itu tidak ada}
    other {{why}}}.`,
  'rejection.unknownSession': 'Sesi {session} tidak ada (lagi).',
  'rejection.nothingToHold': 'Rambahan {end} tidak punya kotak kosong yang dapat disimpan untuk nanti.',
  'rejection.eventWrong': `Nomor “{event}” tidak dapat disusun seperti ini: {why, select,
    id {nama singkatnya terdiri atas 1 sampai 32 huruf, angka dan - _ . dan diawali huruf atau angka}
    teamParts {satu regu terdiri atas 2 sampai 12 pemanah, dan kategori tidak boleh disebut dua kali}
    teamsEach {setiap klub atau negara harus dapat menurunkan paling sedikit satu regu}
    teamSize {pertandingannya untuk regu dengan jumlah pemanah lain}
    formatKind {pertandingan perorangan dan beregu tertukar}
    face {kertas sasarannya sendiri tidak dapat dipakai}
    qualifiers {yang lolos harus 2 sampai 128}
    chart {tidak ada bagan sebesar ini}
    chartTooSmall {yang lolos lebih banyak daripada tempat di bagan}
    placesShot {pertandingan dapat menentukan 2, 4, 8, 16, 32, 64 atau 128 peringkat}
    tooManyForRoundRobin {paling banyak 32 yang dapat saling bertemu semuanya}
    pools {diperlukan paling sedikit dua pul, masing-masing paling sedikit dua peserta}
    advance {dari setiap pul paling sedikit satu yang lolos, dan tidak lebih dari isinya}
    other {{why}}}.`,
  'rejection.unknownEvent': 'Nomor “{event}” tidak ada.',
  'rejection.categoryHasEvent': '{category} sudah memiliki nomor perorangan: “{event}”.',
  'rejection.eventIsDrawn': 'Bagan “{event}” sudah dibuat. Batalkan bagan itu dahulu.',
  'rejection.eventNotDrawn': 'Bagan “{event}” belum dibuat.',
  'rejection.noElimination': '“{event}” tidak memiliki babak eliminasi: hanya diperingkatkan.',
  'rejection.unknownMatchFormat': 'Server ini tidak mengenal jenis pertandingan “{formatId}”.',
  'rejection.unknownFace': 'Server ini tidak mengenal kertas sasaran “{faceId}”.',
  'rejection.tooFewToDraw':
    'Pertandingan memerlukan paling sedikit dua peserta, sedangkan di “{event}” {found, plural, =0 {tidak ada} other {hanya # yang dapat lolos}}.',
  'rejection.cardsNotFinished':
    'Kartu skor {name}{others, plural, =0 {} other { dan # lainnya}} belum selesai. Selesaikan rondenya, atau catat siapa yang mengundurkan diri.',
  'rejection.tieAtCut': 'Shoot-off harus menentukan dahulu siapa yang lolos: {names}.',
  'rejection.tieInBracket': 'Undian koin harus menentukan dahulu urutan yang lolos: {names}.',
  'rejection.noSuchTie': 'Mereka bukan persis peserta yang sama kuat untuk satu tempat di “{event}”.',
  'rejection.tieNotDecided': 'Ini belum menentukan siapa yang di depan: {names}. Ulangi shoot-off atau ukur jaraknya.',
  'rejection.shootOffWrong': `Putaran {round} shoot-off tidak cocok: {why, select,
    noShots {tidak ada yang menembak}
    twice {ada yang tercantum dua kali}
    notTheTied {putaran ini harus ditembak semua yang masih sama kuat, dan tidak oleh yang lain}
    arrowCount {jumlah anak panah seseorang kurang atau lebih}
    valueNotOnFace {ada nilai yang tidak ada di kertas sasaran}
    distances {jarak ditulis dalam milimeter bulat, yang terdekat dahulu, untuk anak panah yang mengenai sasaran}
    other {{why}}}.`,
  'rejection.matchHasBegun': 'Pertandingan {match} dari “{event}” sudah dimulai.',
  'rejection.drawPlaceWrong':
    'Tempat di pertandingan {match} ini tidak dapat ditukar: pilih dua tempat babak pertama, paling tidak satu yang terisi.',
  'rejection.teamWrong': `{team} tidak dapat disusun seperti ini: {why, select,
    notATeam {ini bukan nomor beregu}
    unknown {regu ini tidak ada dalam bagan}
    changedMeanwhile {regu sudah diubah orang lain}
    unchanged {tidak ada yang berubah}
    size {jumlah pemanahnya tidak tepat}
    twice {seorang pemanah disebut dua kali}
    notTheirs {seorang pemanah mewakili pihak lain}
    notShot {yang masuk harus sudah menembak babak kualifikasi}
    otherTeam {seorang pemanah sudah ada di regu lain}
    parts {pemanahnya tidak cocok dengan bagian nomor ini}
    other {{why}}}.`,
  'rejection.seedingFixed':
    'Ini akan mengubah unggulan di “{event}”, tetapi pertandingan {match} milik {name} sudah dimulai.',
  'rejection.unknownMatch': 'Pertandingan {match} tidak ada.',
  'rejection.sidesNotKnown': 'Belum diketahui siapa yang bertanding di pertandingan {match}.',
  'rejection.byeNeedsNoResult': 'Pertandingan {match} adalah bye (lolos langsung): tidak ada yang ditembak.',
  'rejection.laterMatchStarted':
    'Ini akan mengganti pemenang pertandingan {match}, tetapi pertandingan {later} sudah dimulai.',
  'rejection.matchNotOnYourTarget': 'Pertandingan ini tidak ditembak di bantalan {butt}.',
  'rejection.matchOver': 'Pertandingan ini sudah selesai.',
  'rejection.noSuchMatchEnd': 'Tidak ada rambahan {end}: pertandingan ini terdiri atas {ends}.',
  'rejection.matchPlaceNotOpen':
    'Sekarang giliran {openPart, select, shootOff {shoot-off {openNumber}} other {rambahan {openNumber}}}, bukan {part, select, shootOff {shoot-off {number}} other {rambahan {number}}}.',
  'rejection.measureFirst': 'Shoot-off {number} sama kuat. Ukur dahulu siapa yang lebih dekat ke pusat.',
  'rejection.tooManyMatchArrows': 'Di sini hanya ada {arrows, plural, other {# anak panah}}.',
  'rejection.noMatchArrows': 'Ada anak panah yang belum diisi.',
  'rejection.matchArrowAlreadyScored': 'Anak panah {arrow} sudah dicatat: {value}. Mungkin dicatat di perangkat lain.',
  'rejection.matchChangedMeanwhile': 'Ini sudah diubah sementara itu. Sekarang {now}.',
  'rejection.nothingToCorrectInMatch': 'Tidak ada yang dapat dikoreksi di sini.',
  'rejection.nothingToMeasure': 'Shoot-off {number} tidak sama kuat: tidak ada yang perlu diukur.',
  'rejection.attendanceUnchanged': 'Ini sudah dicatat demikian.',
  'rejection.slotWrong':
    'Jadwal tidak cocok (pertandingan “{match}”, waktu “{at}”): sebut setiap pertandingan sekali, dengan waktu seperti 2026-05-02T13:30 dan nomor bantalan untuk tiap sisi.',
  'rejection.buttTaken': 'Bantalan {butt} sudah dipakai pertandingan {match} pada {at}.',
  'rejection.screenWrong': `Layar tidak dapat diatur seperti ini: {why, select,
    id {namanya tidak dapat dipakai}
    name {namanya harus satu baris, paling banyak 60 huruf}
    view {yang ditampilkan tidak punya nama}
    tooMany {layarnya terlalu banyak}
    other {{why}}}.`,
  'rejection.unknownScreen': 'Layar ini tidak (lagi) milik kompetisi ini.',
  'rejection.playlistWrong': `Daftar putar tidak dapat disimpan seperti ini: {why, select,
    id {nama pendeknya tidak dapat dipakai}
    name {namanya harus satu baris, paling banyak 60 huruf}
    items {isinya harus 1 sampai 100}
    seconds {setiap isi tampil 3 sampai 600 detik penuh}
    view {salah satu isinya tidak punya nama}
    tooMany {daftar putarnya terlalu banyak}
    other {{why}}}.`,
  'rejection.unknownPlaylist': 'Daftar putar ini tidak ada (lagi).',
  'rejection.announcementWrong': `Pengumuman tidak dapat ditampilkan seperti ini: {why, select,
    id {nama pendeknya tidak dapat dipakai}
    text {perlu teks, dalam satu baris}
    tooLong {lebih dari 300 huruf}
    until {akan berakhir sebelum mulai}
    tooMany {terlalu banyak sekaligus. Cabut satu dulu}
    other {{why}}}.`,
  'rejection.unknownAnnouncement': 'Pengumuman ini sudah dicabut.',
  'rejection.alreadyFrozen': '{held} sudah dalam peninjauan.',
  'rejection.notFrozen': '{held} tidak lagi dalam peninjauan.',
  'rejection.officialWrong': `Baris {line} dari daftar petugas tidak cocok: {why, select,
    name {namanya kosong, atau lebih dari 100 huruf}
    role {jabatannya kosong, atau lebih dari 80 huruf}
    tooMany {jumlahnya terlalu banyak}
    other {{why}}}.`,
  'rejection.certificateWrong': `Piagam tidak dapat dibuat seperti ini: {why, select,
    title {judulnya harus satu baris, paling banyak 80 huruf}
    text {isinya kosong, atau ada baris yang terlalu panjang}
    tooLong {isinya terlalu panjang}
    word {tidak ada isian untuk “{found}”}
    signature {tulisan di bawah tanda tangan harus satu baris, paling banyak 80 huruf}
    tooManySignatures {hanya ada tempat untuk empat tanda tangan}
    other {{why}}}.`,
  'rejection.logoWrong': `Gambar ini tidak dapat menjadi logo: {why, select,
    notAPicture {bukan PNG atau JPEG}
    tooLarge {lebih dari 128 kB}
    tooManyPixels {lebar atau tingginya lebih dari 2.000 titik}
    damaged {gambarnya rusak, atau jenisnya tidak dapat dicetak. Simpan sebagai PNG biasa atau JPEG}
    other {{why}}}.`,
  'rejection.noteWrong': `{why, select,
    text {Tulis apa yang dicatat: hanya huruf dan baris baru}
    tooLong {Catatan ini terlalu panjang: paling banyak 2.000 huruf}
    fee {Yang dibayar ditulis satu baris, paling banyak 40 huruf}
    about {Catatan adalah tentang satu kartu atau satu pertandingan; rambahan adalah bagian dari salah satunya}
    tooMany {Buku catatan sudah penuh}
    other {Catatan ini tidak dapat ditulis}}.`,
  'rejection.unknownNote': 'Catatan ini tidak ada (lagi).',
  'rejection.noteIsClosed': 'Catatan ini sudah ditutup. Buka lagi dahulu.',
  'rejection.noteIsOpen': 'Catatan ini sudah terbuka.',
  'rejection.paperWrong': `{why, select,
    open {{name} masih harus menembak: kartu kertas menyusul setelahnya}
    nothingShot {{name} belum menembak satu panah pun: tidak ada kartu kertas}
    sum {Jumlah {name} melebihi yang mungkin dalam ronde ini}
    counts {Hitungan {name} melebihi jumlah panah ronde ini, atau ada yang kurang}
    other {Kartu kertas {name} tidak mungkin seperti itu}}.`,
  'rejection.paperMissing': 'Kartu kertas {name} belum diketik.',
  'rejection.paperChanged': 'Kartu {name} atau kertasnya berubah sementara itu. Lihat keduanya lagi.',
  'rejection.paperAgrees': 'Kartu {name} sudah dicocokkan.',
  'rejection.paperDiffers': 'Kartu kertas {name} berbeda. Wasit memutuskannya; tidak dapat dikecualikan.',
  'rejection.nothingToWaive': 'Pilih 1 sampai 500 kartu.',
  'rejection.badDocument': `Tidak ada yang diimpor: {problem, select,
    notJson {berkas ini bukan JSON, atau terpotong}
    notTenring {berkas ini tidak berisi kejuaraan}
    newerVersion {berkas ini dari versi yang lebih baru. Perbarui server dahulu}
    missing {ada yang kurang di berkas ini pada {pointer}}
    shape {isi berkas pada {pointer} seharusnya dari jenis lain, bukan “{found}”}
    unknown {berkas ini menyebut sesuatu yang tidak ada pada {pointer}: “{found}”}
    twice {berkas ini memuat sesuatu dua kali pada {pointer}: “{found}”}
    impossible {berkas ini memuat sesuatu yang tidak mungkin pada {pointer}: “{found}”}
    cycle {pertandingan di berkas ini saling menunggu dalam lingkaran pada {pointer}: “{found}”}
    other {{problem} pada {pointer} ({found})}}.`,
};
