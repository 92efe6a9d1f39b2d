// Bagaimana hasil keluar dari lokasi, di meja panitia.
import type { outlets as en } from '../en/outlets.ts';

export const outlets: Readonly<Record<keyof typeof en, string>> = {
  'desk.outlets': 'Hasil di internet',
  'desk.outlets.relayOff':
    'Tidak ada yang dikirim langsung. Dengan aplikasi di Pusher Channels, jalankan Tenring dengan --pusher-file; tenring live-site menulis halamannya.',
  'desk.outlets.publishOff':
    'Hasil tidak diterbitkan sebagai berkas. Dengan ruang web sendiri, jalankan Tenring dengan --publish-to.',
  'desk.outlets.probing': 'Mencoba menjangkau internet…',
  'desk.outlets.up': 'Hasil keluar secara langsung.',
  'desk.outlets.down':
    'Sekarang tidak ada jalan ke internet. Terus dicoba lagi; hasil terbaru lalu keluar. Pencatatan dan papan di sini berjalan seperti biasa.',
  'desk.outlets.intercepted':
    'Jaringan menjawab menggantikan Pusher: ia meminta login dulu (buka halaman apa saja di peramban mesin ini), atau jam mesin ini salah. Pencatatan dan papan di sini berjalan seperti biasa.',
  'desk.outlets.refused':
    'Pusher menolak: app id, key atau secret salah, atau jam mesin ini. Tidak ada yang keluar sampai itu diperbaiki.',
  'desk.outlets.throttled':
    'Untuk sementara Pusher menginginkan lebih sedikit pesan. Hasil terbaru keluar begitu diterima.',
  'desk.outlets.sent': 'Terakhir dikirim {when}.',
  'desk.outlets.detail': 'Katanya: {detail}',
  'desk.outlets.used': '{used, number} dari {all, number} pesan hari ini terpakai.',
  'desk.outlets.listeners':
    '{count, plural, =0 {Tidak ada yang mendengarkan di tempat lain.} other {# halaman mendengarkan di tempat lain.}}',
  'desk.outlets.waiting': '{count, plural, other {# bagian papan menunggu.}}',
  'desk.outlets.published': 'Hasil diterbitkan ke',
  'desk.outlets.notPublished': 'Hasil tidak dapat diterbitkan ke',
  'desk.outlets.trouble': '{trouble} Dicoba lagi dengan sendirinya.',
  'desk.outlets.files': '{count, plural, other {# berkas.}}',
  'desk.outlets.written': 'Yang baru ditulis {when}.',
};
