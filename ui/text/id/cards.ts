// Bahasa Indonesia; see en/cards.ts.

import type { cards as english } from '../en/cards.ts';
import type { Messages } from '../messages.ts';

export const cards: Messages<typeof english> = {
  'cards.choose.title': 'Kartu mana yang dicatat tablet ini?',
  'cards.choose.text':
    'Dua orang mencatat anak panah di sini, di dua tablet. Keduanya tidak melihat catatan yang lain sebelum sama-sama menulis rambahan itu; lalu dibandingkan.',
  'cards.choose.first': 'Kartu pertama',
  'cards.choose.first.text': 'Skornya langsung tampil di papan skor.',
  'cards.choose.second': 'Kartu kedua',
  'cards.choose.second.text': 'Memeriksa kartu pertama, anak panah demi anak panah.',
  'cards.choose.busy': 'Sebentar…',
  'cards.choose.unsent': 'Tunggu sampai semua di tablet ini tersimpan, lalu tablet dapat mencatat kartu yang lain.',
  'cards.side.first': 'Kartu pertama',
  'cards.side.second': 'Kartu kedua',

  'cards.check.unchecked': 'Belum diperiksa',
  'cards.check.waiting': 'Menunggu kartu pertama',
  'cards.check.equal': 'Kedua kartu sama',
  'cards.check.confirmed': 'Dikonfirmasi atlet',
  'cards.check.differs': 'Kartu berbeda',

  'cards.differ.ends': '{count, plural, other {Kartu berbeda di rambahan {list}}}',
  'cards.differ.look': 'Bandingkan',
  'cards.differ.title': '{count, plural, other {Dua kartu {name} berbeda di # rambahan}}',
  'cards.differ.text': 'Periksa bantalan bersama. Yang salah mengoreksi; lalu kedua tablet menunjukkan kartu sama.',
  'cards.differ.end': 'Rambahan {end}',
  'cards.differ.here': 'Tablet ini',
  'cards.differ.there': 'Kartu lain',
  'cards.differ.arrow': '{here} di sini, {there} di sana',
  'cards.differ.correct': 'Koreksi rambahan {end} di sini',

  'cards.confirm.title': '{name}, apakah ini benar?',
  'cards.confirm.place': 'Rambahan {end} dari {ends}',
  'cards.confirm.yes': 'Ya, benar',
  'cards.confirm.no': 'Tidak, koreksi',
  'cards.confirm.later': 'Tanya nanti',
  'cards.confirm.open': '{count, plural, other {# rambahan belum dikonfirmasi}}',
  'cards.confirm.now': 'Tanya atlet',

  'cards.sign.title': 'Tanda tangani kartu skor {name}',
  'cards.sign.text': 'Cocokkan dengan kartu kertas. Dengan dua tanda tangan kartu ditutup.',
  'cards.sign.athlete': 'Atlet',
  'cards.sign.scorer': 'Pencatat skor',
  'cards.sign.name': 'Nama',
  'cards.sign.draw': 'Tanda tangan (bila mau)',
  'cards.sign.clear': 'Hapus',
  'cards.sign.button.athlete': 'Tanda tangan sebagai atlet',
  'cards.sign.button.scorer': 'Tanda tangan sebagai pencatat',
  'cards.sign.done.athlete': 'Atlet sudah menandatangani',
  'cards.sign.done.scorer': 'Pencatat sudah menandatangani',
  'cards.sign.differs': '{count, plural, other {Kartu berbeda di rambahan {list}.}} Selesaikan dulu.',
  'cards.sign.unverified.two': '{count, plural, other {Rambahan {list} belum ada di kartu kedua.}}',
  'cards.sign.unverified.confirmed': '{count, plural, other {Atlet belum mengonfirmasi rambahan {list}.}}',

  'cards.view.open': 'Kartu',
  'cards.view.openOf': 'Kartu skor {name}',
  'cards.view.end': 'Rambahan',
  'cards.view.arrows': 'Anak panah',
  'cards.view.points': 'Total rambahan',
  'cards.view.running': 'Berjalan',
  'cards.view.check': 'Periksa',
  'cards.view.subtotal': '{place}: total',
  'cards.view.part': 'Bagian {number}',
  'cards.view.total': 'Total',
  'cards.view.blank': 'belum ditembak',
};
