// How the appliance is reached, on the desk.
import type { network as english } from '../en/network.ts';
import type { Messages } from '../messages.ts';

export const network: Messages<typeof english> = {
  'desk.network': 'Alat ini di jaringan',
  'desk.network.text': 'Perangkat di jaringan yang sama mencapainya lewat salah satu alamat ini.',
  'desk.network.name': 'Lewat nama, bila jaringan mengizinkan: {address}',
  'desk.network.plain':
    'Alat ini menjawab lewat http biasa. Bila dimulai dengan --tls, ia juga menjawab lewat https: halaman skor terbuka tanpa jaringan, dan layar tetap menyala.',
  'desk.network.secure': 'Alamat aman: {address}',
  'desk.network.trust':
    'Sebelum itu, setiap tablet harus memercayai alat ini sekali. Tablet menampilkan sidik jari ini (SHA-256):',
  'desk.network.trust.how': 'Caranya',
  'desk.network.changed': 'Alamat alat ini sekarang {now}.',
  'desk.network.changed.text':
    'Kode QR dan tautan dengan {gone} tidak berlaku lagi: cetak ulang kode bantalan dan buka halaman dari alamat baru. Alamat tetap di router mencegah hal ini.',
  'desk.network.settled': 'Selesai',
};
