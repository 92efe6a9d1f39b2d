// Bahasa Indonesia; see en/tv.ts.
import type { tv as english } from '../en/tv.ts';
import type { Messages } from '../messages.ts';

export const tv: Messages<typeof english> = {
  'tv.title': 'TV',
  'tv.waiting': 'Ambil layar ini di meja panitia, di bagian Layar',
  'tv.blank': 'Dihitamkan oleh meja panitia',
  'tv.nothing': 'Belum ada yang ditampilkan',
  'tv.targets': 'Siapa menembak di mana',
  'tv.schedule': 'Jadwal',
  'tv.announcements': 'Pengumuman',
  'tv.announcements.none': 'Tidak ada pengumuman',
  'show.underReview': '{what}: sedang ditinjau. Yang tampak adalah keadaan sebelumnya',
  'show.dismiss': 'Sembunyikan',
  'show.announcement': 'Pengumuman',
};
