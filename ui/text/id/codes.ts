// Bahasa Indonesia; see en/codes.ts.

import type { codes as english } from '../en/codes.ts';
import type { Messages } from '../messages.ts';

export const codes: Messages<typeof english> = {
  'access.wrongCode': 'Kode ini salah, atau sudah habis masa berlakunya.',
  'access.codeUsed':
    'Kode untuk bantalan {butt} ini sudah dipakai: satu kode untuk satu perangkat. Minta kode baru ke panitia.',
  'access.codeExpired': 'Kode untuk bantalan {butt} ini sudah habis masa berlakunya. Minta kode baru ke panitia.',
  'access.wrongPassword': 'Kata sandi ini salah.',
  'access.passwordTooShort': 'Kata sandi perlu paling sedikit {shortest} karakter.',
  'access.tooManyTries': 'Terlalu banyak percobaan. Tunggu {retryAfterSeconds, plural, other {# detik}}.',
  'access.passwordExists': 'Kata sandi sudah ada: masuklah dengannya.',
  'access.notLoggedIn': 'Anda belum masuk (atau sesi berakhir). Masuk lagi; ketikan Anda masih ada.',

  'close.stopping': 'Server sedang berhenti atau dimulai ulang.',
  'close.malformed': 'Server tidak dapat membaca kiriman halaman ini.',
  'close.unknownProtocol': 'Versi halaman ini dan server berbeda.',
  'close.helloFirst': 'Halaman ini dan server salah paham.',
  'close.notPaired': 'Perangkat ini tidak terhubung dengan bantalan, atau telah dicabut.',
  'close.moved': 'Panitia memberi perangkat ini bantalan atau kartu lain.',
  'close.competitionGone': 'Server ini tidak (lagi) memiliki kejuaraan ini.',
  'close.standby': 'Mesin ini siaga untuk mesin lain: skor dikirim ke sana.',
  'close.tooManyTopics': 'Halaman ini mengikuti terlalu banyak papan.',
  'close.tooFast': 'Perangkat ini mengirim lebih banyak daripada yang dapat diterima server sekaligus.',
  'close.unavailable': 'Server sedang tidak dapat menjawab.',
  'close.tooLarge': 'Halaman ini mengirim sesuatu yang terlalu besar.',
  'close.lost': 'Koneksi terputus.',

  'deferral.journalDown': 'Server sedang tidak dapat menyimpan.',
  'deferral.stopping': 'Server sedang berhenti.',
  'deferral.overloaded': 'Server sedang sibuk.',

  'notice.noSuchTopic': 'Tidak ada yang bernama demikian untuk diikuti.',
  'notice.stopping': 'Server akan segera berhenti.',

  'error.network': 'Server tidak menjawab. Periksa apakah perangkat ini ada di jaringan venue.',
  'error.unknown': 'Tidak berhasil: {message}',
  'error.notFound': 'Tidak ada apa-apa di alamat ini.',
  'error.tooLarge': 'Ini terlalu besar.',
  'error.badRequest': 'Ada isian yang tidak benar: {message}',
  'error.internal': 'Server membuat kesalahan. Kesalahan itu tertulis di catatannya.',
  'error.nameDiffers': 'Ini bukan namanya. Untuk menghapusnya selamanya, ketik persis: {name}.',
  'error.sharedRedis':
    'Tenring lain memakai Redis yang sama dan mungkin juga memiliki kejuaraan ini: tidak dapat dihapus di sini.',
  'error.unknownPrint': 'Cetakan ini sudah tidak ada: pesan lagi.',
  'error.noLogo': 'Kompetisi ini tidak punya logo.',
  'error.printNotReady': 'Cetakan ini belum selesai: belum ada PDF.',
  'error.printerBusy': 'Banyak dokumen menunggu dicetak: coba lagi sebentar lagi.',
  'error.backupFailed': 'Cadangan tidak dapat dibuat sekarang: {why}.',
  'error.noStandbys': 'Mesin yang berbagi Redis sudah punya semuanya: tidak ada yang siaga.',
  'error.notAStandby': 'Mesin ini tidak boleh mengikuti di sini: mulai lagi dengan kode baru.',
  'error.unknownStandby': 'Tidak ada mesin kedua seperti itu.',
  'error.isStandby': 'Mesin ini siaga untuk mesin lain, {primary}: {state}.',
  'error.archiveTrouble': 'Arsip sedang tidak dapat ditulis: tidak ada yang dihapus. Coba lagi sebentar lagi.',
  'error.unavailable': 'Server sedang tidak dapat menyimpan. Coba lagi sebentar.',
  'error.tooManyRequests': 'Terlalu banyak permintaan. Tunggu sebentar.',
  'error.unsupportedMediaType': 'Server tidak dapat membaca jenis berkas ini di sini.',
  'error.wrongHost':
    'Server tidak menjawab untuk nama {host}. Buka lewat alamatnya, atau jalankan dengan --allowed-host {host}.',
  'error.wrongOrigin': 'Halaman dari situs lain tidak boleh melakukan ini. Buka halaman server sendiri.',
  'error.importHasProblems': 'Tidak ada yang diimpor: {bad, plural, other {# baris bermasalah}}.',
};
