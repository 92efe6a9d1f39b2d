// Hasil yang datang lewat internet.
import type { relay as en } from '../en/relay.ts';

export const relay: Readonly<Record<keyof typeof en, string>> = {
  'relay.over': 'Alat tidak dapat dijangkau dari sini. Hasil ini datang lewat internet, terlambat beberapa detik.',
  'relay.silent': 'Tidak ada kabar dari lokasi selama {age}: internetnya mungkin terputus. Ini hasil terakhir.',
  'relay.fresh': 'Langsung dari lokasi. Kabar terakhir {age} yang lalu.',
  'relay.old': 'Keadaan {age} yang lalu.',
  'relay.nothing': 'Tersambung. Belum ada kabar baru dari lokasi.',
  'relay.none': 'Belum ada kabar baru dari lokasi',
  'relay.none.text':
    'Begitu kejuaraan berlangsung dan lokasi tersambung internet, hasilnya muncul di sini dengan sendirinya.',
  'relay.noSite': 'Halaman ini tidak tahu kejuaraannya',
  'relay.noSite.text': 'Berkas site.js di sebelahnya hilang atau diubah. Tulis ulang halamannya: tenring live-site',
};
