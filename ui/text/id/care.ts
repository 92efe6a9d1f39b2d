// What keeps the appliance itself safe, on the desk: backups, and the certificate that devices trust.
import type { care as english } from '../en/care.ts';
import type { Messages } from '../messages.ts';

export const care: Messages<typeof english> = {
  'desk.backup': 'Cadangan',
  'desk.backup.last': 'Cadangan terakhir: {when}.',
  'desk.backup.none': 'Belum ada cadangan sejak Tenring dimulai.',
  'desk.backup.off':
    'Tidak ada yang dibuat sendiri. Pasang USB dan mulai Tenring dengan --backup-to dan foldernya: lalu satu cadangan dibuat setiap seperempat jam.',
  'desk.backup.get': 'Unduh cadangan',
  'desk.backup.secret':
    'Isinya semuanya, juga siapa yang boleh masuk: simpan baik-baik. Pemulihan mengembalikannya, di mesin ini atau mesin lain.',
  'desk.standby': 'Mesin kedua',
  'desk.standby.none':
    'Tidak ada yang siaga. Dengan mesin kedua: ketik tenring standby code di terminal di sini; di situ tertulis langkah berikutnya. Mesin itu mengambil alih bila yang ini rusak.',
  'desk.standby.unheard': 'belum terdengar sejak mulai.',
  'desk.standby.late': 'terakhir terdengar {when}: apakah menyala dan ada di jaringan?',
  'desk.standby.other': 'punya masa lalu lain dari sebuah kompetisi, setelah pemulihan: mulai lagi di folder kosong.',
  'desk.standby.whole': 'siaga dan punya semuanya.',
  'desk.standby.behind': 'siaga; {count} catatan jurnal masih di jalan.',
  'desk.backup.missing': 'Cadangan tidak dapat dibuat: USB atau foldernya tidak ada.',
  'desk.backup.missing.text': 'Pasang kembali: pencadangan berlanjut sendiri.',
  'desk.backup.diskFull': 'Cadangan tidak dapat dibuat: USB atau disknya penuh.',
  'desk.backup.diskFull.text': 'Kosongkan sebagian: pencadangan berlanjut sendiri.',
  'desk.backup.failed': 'Cadangan tidak dapat dibuat.',
  'desk.backup.failed.text': 'Kata Tenring: {why}.',
  'desk.certificate.authorityEnds': 'Yang dipercayai perangkat berakhir pada {day}.',
  'desk.certificate.authorityEnds.text':
    'Pada hari yang tenang, hapus tls/authority.pem di folder data, mulai Tenring lagi, dan buka /trust di setiap perangkat.',
  'desk.certificate.ownEnds': 'Sertifikat alat ini berakhir pada {day}.',
  'desk.certificate.ownEnds.text': 'Taruh yang baru di tempatnya: langsung dipakai tanpa memulai ulang.',
  'desk.certificate.refused': 'Sertifikat baru tidak dapat dipakai; yang lama tetap dipakai.',
  'desk.certificate.refused.text': 'Kata Tenring: {why}',
  'desk.certificate.until': 'Perangkat dapat memercayai alat ini sampai {day}.',
  'desk.notice.hide': 'Sembunyikan',
};
