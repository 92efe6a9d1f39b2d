// Bahasa Indonesia; see en/app.ts.

import type { app as english } from '../en/app.ts';
import type { Messages } from '../messages.ts';

export const app: Messages<typeof english> = {
  'app.name': 'Tenring',
  'app.tagline': 'Penskoran panahan untuk seluruh lapangan',
  'app.language': 'Bahasa',
  'app.loading': 'Memuat…',
  'app.retry': 'Coba lagi',
  'app.cancel': 'Batal',
  'app.close': 'Tutup',
  'app.back': 'Kembali',
  'app.reload': 'Muat ulang halaman',
  'app.light': 'Terang',
  'app.dark': 'Gelap',
  'app.theme': 'Warna',
  'app.notFound': 'Tidak ada apa-apa di alamat ini.',
  'app.home': 'Halaman awal',
  'app.version': 'Versi {version}',
  'app.skip': 'Langsung ke isi',
  'app.crashed': 'Halaman ini berhenti karena kesalahan program. Semua yang sudah tersimpan tetap aman.',
  'app.partMissing': 'Bagian halaman ini belum sampai. Yang sudah Anda ketik tidak ada yang hilang.',

  'home.title': 'Skor, dari bantalan ke setiap layar',
  'home.lead': 'Kotak ini menyimpan skor kejuaraan di jaringan venue sendiri. Pilih kegunaan perangkat ini.',
  'home.watch': 'Lihat hasil',
  'home.watch.text': 'Papan peringkat langsung, di ponsel atau layar besar.',
  'home.score': 'Catat skor di perangkat ini',
  'home.score.text': 'Untuk pemanah di bantalan. Anda perlu kode QR atau kode singkatnya.',
  'home.desk': 'Meja panitia',
  'home.desk.text': 'Siapkan kejuaraan, impor peserta, cetak kode bantalan.',
  'home.now': 'Di kotak ini',
  'home.demo': 'Demonstrasi: nama dan skor di sini rekaan.',
  'home.address': 'Buka halaman ini di perangkat lain',
  'home.address.text': 'Masuk ke Wi-Fi venue lalu pindai kodenya, atau ketik alamatnya.',

  'link.connecting': 'Menghubungkan…',
  'link.live': 'Langsung',
  'link.waiting': 'Koneksi terputus. Menghubungkan kembali…',
  'link.lost': 'Terputus',
  'link.retry': 'Coba sekarang',
  'link.stale': 'Koneksi terputus. Hasil ini berumur {age}.',
  'link.outdated': 'Halaman ini lebih lama daripada server. Muat ulang.',

  'age.seconds': '{count, plural, other {# detik}}',
  'age.minutes': '{count, plural, other {# menit}}',
  'age.hours': '{count, plural, other {# jam}}',
};
