// Bahasa Indonesia; see en/imports.ts.

import type { imports as english } from '../en/imports.ts';
import type { Messages } from '../messages.ts';

export const imports: Messages<typeof english> = {
  'import.nameMissing': 'Nama belum diisi.',
  'import.categoryMissing': 'Kategori belum diisi.',
  'import.unknownCategory': '“{category}” bukan kategori. Tulis RM, CW, BU18M, dan seterusnya.',
  'import.badBirth': 'Tidak ada tahun lahir di “{birth}”. Tulis 2008, atau tanggal dengan tahun empat angka.',
  'import.bornInWrong': '{name} tidak mungkin lahir tahun {bornIn} dan turun di kategori ini.',
  'import.licenceWrong': '“{licence}” bukan nomor anggota: satu baris, paling banyak 40 huruf.',
  'import.countryWrong': '“{country}” bukan negara: satu baris, paling banyak 60 huruf.',
  'import.otherRound': 'Kartu yang sama tidak bisa dihitung di {category} dan di {also}: rondenya lain.',
  'import.badTarget': '“{target}” bukan bantalan. Tulis 12A.',
  'import.targetTaken':
    'Bantalan {target} sudah diberikan kepada {name}{line, select, none {} other { di baris {line}}}.',
  'import.duplicateEntry':
    '{line, select, none {{name} ({club}) sudah terdaftar di {category}.} other {{name} ({club}) tercantum dua kali di {category}: lihat baris {line}.}}',
  'import.tooManyColumns': 'Baris ini punya lebih banyak kolom daripada judulnya.',
  'import.unreadableText': 'Kolom {column} berisi huruf yang tidak terbaca: pengodean berkas rusak.',
  'import.tooLong': 'Teks di kolom {column} terlalu panjang: paling banyak {longest} karakter.',
  'import.badNeeds': '“{text}” bukan kebutuhan pemanah. Tulis kursi roda, kidal, atau beri tanda x.',
  'import.cellError': 'Lembar kerja berisi kesalahan di sini ({text}): perbaiki rumusnya lalu simpan berkasnya.',
  'import.cardIsWritten': 'Kartu {name} sudah terisi: pilih DNS atau DNF.',
  'import.roundIsShot': '{name} sudah menembak: {category} memakai ronde lain.',
  'import.entryInDraw': '{name} ada dalam undian {event}: batalkan undian itu dulu.',

  'file.emptyFile': 'Berkas ini kosong.',
  'file.noHeader': 'Baris pertama harus berisi judul kolom: name, club, category, target.',
  'file.missingColumns': 'Ada kolom yang kurang: {columns}.',
  'file.notText': 'Ini bukan berkas teks. Simpan lembar kerja sebagai XLSX atau CSV.',
  'file.unclosedQuote': 'Ada tanda kutip yang dibuka tetapi tidak ditutup (baris {line}).',
  'file.tooManyRows': 'Berkas ini berisi lebih dari {most} baris: melebihi daya tampung satu kejuaraan.',
  'file.oldExcel': 'Ini format Excel lama atau biner. Simpan sebagai XLSX atau CSV.',
  'file.notExcel': 'Ini bukan berkas Excel. Simpan daftar sebagai XLSX atau CSV.',
  'file.hasMacros': 'Berkas ini berisi makro. Simpan sebagai XLSX tanpa makro.',
  'file.encryptedFile': 'Berkas ini dilindungi kata sandi. Simpan tanpa kata sandi.',
  'file.brokenFile': 'Berkas ini rusak. Buka di Excel, simpan lagi, lalu pilih lagi.',
  'file.unpacksTooLarge': 'Isi berkas ini terlalu banyak. Simpan daftarnya saja, atau simpan sebagai CSV.',
};
