// Bahasa Indonesia; see en/join.ts.
import type { join as english } from '../en/join.ts';
import type { Messages } from '../messages.ts';

export const join: Messages<typeof english> = {
  'join.wrongCode':
    'Tidak ada kode {code}. Cocokkan huruf demi huruf dengan layar panitia: kode tidak pernah memuat O, I, 0 atau 1.',
  'join.wrongKey':
    'Kode QR lembar ini tidak cocok untuk bantalan {butt}. Minta lembar baru atau kode singkat ke panitia.',
  'join.nobody':
    'Tidak ada pemanah di bantalan {butt}. Tanyakan ke panitia letak pemanah Anda, lalu pindai kode bantalan itu.',
  'join.gone': 'Kejuaraan dari kode ini tidak ada lagi di server. Minta kode hari ini ke panitia.',
  'join.offline': 'Server tidak menjawab. Masuklah ke Wi-Fi venue; setelah itu perangkat ini melanjutkan sendiri.',
  'join.again': 'Coba lagi',
  'join.againTarget': 'Coba bantalan {butt} lagi',
  'join.refused':
    'Panitia telah mencabut perangkat ini. Tanyakan ke panitia. Bila Anda harus terus mencatat, pindai lagi kode QR bantalan.',
  'join.over':
    'Kejuaraan sudah ditutup atau dihapus. Yang Anda ketik tersimpan di perangkat ini. Tunjukkan ke panitia. Bila panitia mengembalikannya, coba lagi dan semuanya akan terkirim.',
  'join.kept.title': 'Tersimpan di perangkat ini, belum terkirim',
  'join.kept.text':
    'Dikirim bila perangkat ini kembali ke bantalan {butt}. Bila tidak, tunjukkan daftar ini ke panitia.',
  'join.kept.end': '{name}, rambahan {end}',
  'join.kept.correction': '{name}, rambahan {end}, koreksi',
  'join.kept.check': '{name}, rambahan {end}, pemeriksaan',
  'join.kept.signature': '{name}, tanda tangan',
  'join.kept.match': 'Pertandingan {match}',
  'join.kept.draft': '{name}, rambahan {end}, belum dikonfirmasi',
  'join.kept.refused': 'tidak diterima',
  'join.kept.archer': 'Pemanah no. {entry}',
  'devices.change': 'Ubah',
  'devices.change.title': 'Ubah {label}',
  'devices.name': 'Nama',
  'devices.unnamed': 'Perangkat tanpa nama',
  'devices.target': 'Bantalan',
  'devices.card': 'Kartu',
  'devices.card.first': 'Kartu pertama',
  'devices.card.second': 'Kartu kedua',
  'devices.save': 'Simpan',
  'devices.moved':
    '{label} sekarang milik bantalan {butt}. Yang sudah diketik dan belum terkirim tetap masuk ke pemanah yang dimaksud.',
  'devices.handed': 'Perangkat ini sekarang milik bantalan {butt}',
  'devices.handed.text': 'Panitia telah memindahkannya. Periksa nama-namanya sebelum mencatat skor.',
  'devices.withdraw.text':
    'Perangkat ini tidak dapat mencatat skor lagi. Yang sudah tersimpan tetap ada; yang belum terkirim tetap di perangkat dan ditampilkan di sana.',
  'devices.code.once': 'Berlaku untuk satu perangkat.',
};
