// Bahasa Indonesia: what goes on paper; see en/prints.ts.
import type { prints as english } from '../en/prints.ts';
import type { Messages } from '../messages.ts';

export const prints: Messages<typeof english> = {
  'desk.tab.prints': 'Cetak',
  'desk.prints.title': 'Cetak',
  'desk.prints.document': 'Dokumen',
  'desk.prints.category': 'Kategori',
  'desk.prints.category.all': 'Semua kategori',
  'desk.prints.second': 'Bahasa kedua di sampingnya',
  'desk.prints.second.none': 'Tidak ada',
  'desk.prints.paper': 'Kertas',
  'desk.prints.filled': 'Dengan skor sejauh ini',
  'desk.prints.do': 'Buat PDF',
  'desk.prints.waiting': 'Alat mulai bekerja…',
  'desk.prints.working': 'Halaman {pages} dari {of}…',
  'desk.prints.empty': 'Belum ada yang dapat dicetak.',
  'desk.prints.failed': 'PDF tidak dapat dibuat. Log alat menjelaskan sebabnya; coba lagi.',
  'desk.prints.open': 'Buka PDF',
  'desk.prints.document.scorecards': 'Kartu skor',
  'desk.prints.document.listByTarget': 'Daftar peserta menurut bantalan',
  'desk.prints.document.listByName': 'Daftar peserta menurut nama',
  'desk.prints.document.targetCards': 'Nomor bantalan',
  'desk.prints.document.qualification': 'Hasil kualifikasi',
  'desk.prints.document.finals': 'Eliminasi dan peringkat akhir',
  'desk.prints.document.medals': 'Medali',
};
