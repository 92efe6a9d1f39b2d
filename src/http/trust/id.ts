// Bahasa Indonesia.

import type { TrustWords } from './trust-words.ts';

export const id: TrustWords = {
  language: 'Bahasa Indonesia',
  title: 'Buat perangkat ini memercayai Tenring',
  lead: 'Lakukan sekali pada setiap perangkat yang mencatat skor. Setelah itu Tenring dibuka lewat https, dan tiga hal bekerja yang biasanya dilarang peramban:',
  why: [
    'Halaman skor dapat dibuka lagi tanpa jaringan, juga setelah tablet dimatikan.',
    'Layar tetap menyala selama ada yang mencatat.',
    'Halaman dapat ditaruh di layar utama seperti aplikasi.',
  ],
  viewers: 'Untuk menonton hasil, ini tidak perlu.',
  fingerprintTitle: 'Bandingkan dulu',
  fingerprint:
    'Sidik jari (SHA-256) harus sama di sini, di meja panitia, dan di tempat Tenring dijalankan. Perangkat menampilkannya sebelum memercayai. Jika berbeda, berhenti dan beri tahu panitia.',
  limits:
    'Yang dipercaya hanya alat ini, untuk nama dan alamat jaringan lokal saja: alat ini tidak dapat menyamar sebagai situs di internet. Setelah kejuaraan Anda dapat menghapusnya di tempat yang sama.',
  chooseDevice: 'Perangkat apa ini?',
  download: 'Ambil berkas',
  steps: {
    android: {
      name: 'Android (Chrome, Edge, Samsung Internet)',
      steps: [
        'Di Setelan, cari “sertifikat CA”. Biasanya di Keamanan › Enkripsi & kredensial › Instal sertifikat.',
        'Pilih “Tetap instal”, buka kunci perangkat, lalu pilih tenring-root.crt di unduhan.',
        'Android akan menyebut bahwa jaringan mungkin dipantau. Itu tentang sertifikat ini.',
      ],
    },
    ios: {
      name: 'iPhone dan iPad',
      steps: [
        'Berkas harus diambil dengan Safari. Jawab “Izinkan”.',
        'Di Pengaturan, ketuk “Profil Diunduh”, lalu Instal.',
        'Di Pengaturan › Umum › Mengenai › Pengaturan Kepercayaan Sertifikat, nyalakan Tenring. Tanpa langkah ini tidak akan bekerja.',
      ],
    },
    windows: {
      name: 'Windows (Edge, Chrome)',
      steps: [
        'Buka berkas dan pilih “Install Certificate…”.',
        'Pilih “Current User”, lalu “Place all certificates in the following store”, Browse, “Trusted Root Certification Authorities”.',
        'Selesaikan, jawab Yes, dan buka ulang peramban.',
      ],
    },
    macos: {
      name: 'Mac (Safari, Chrome)',
      steps: [
        'Buka berkas: Akses Rantai Kunci menambahkannya ke “login”.',
        'Di sana klik dua kali Tenring, buka “Kepercayaan”, dan pilih “Selalu Percaya”.',
      ],
    },
    linux: {
      name: 'Linux (Chrome, Chromium)',
      steps: [
        'Buka chrome://certificate-manager, lalu “Sertifikat lokal”, “Diinstal oleh Anda”.',
        'Impor berkas di “Sertifikat tepercaya”.',
      ],
    },
    chromeos: {
      name: 'Chromebook',
      steps: [
        'Buka Setelan › Privasi dan keamanan › Keamanan › Kelola sertifikat › Otoritas.',
        'Impor berkas dan centang “Percayai sertifikat ini untuk mengidentifikasi situs”.',
      ],
    },
    firefox: {
      name: 'Firefox',
      steps: [
        'Di komputer: Pengaturan › Privasi & Keamanan › Lihat Sertifikat › Otoritas › Impor. Centang “Percayai CA ini untuk mengidentifikasi situs”.',
        'Di Android: lakukan langkah Android, lalu di Firefox buka Setelan › Tentang, ketuk logo lima kali, kembali ke “Secret settings” dan nyalakan “Use third party CA certificates”.',
      ],
    },
  },
  thenTitle: 'Lalu',
  thenOpen: 'Buka halaman aman',
  thenTablet:
    'Pada tablet yang sudah mencatat skor, buka pengaturannya dan “Yang berfungsi di perangkat ini”: jalan dari sana mempertahankan bantalannya.',
  otherTitle: 'Halaman ini di perangkat lain',
  other: 'Pindai kode, atau ketik alamatnya.',
  helpTitle: 'Jika ada halangan',
  help: [
    'Ponsel berkata Wi-Fi tanpa internet: tetaplah terhubung. Tenring tidak memerlukannya. Matikan data seluler jika ponsel meninggalkan Wi-Fi.',
    'Wi-Fi menampilkan halaman masuk tempat ini: masuk dulu di sana, lalu buka alamatnya lagi.',
    'Nama seperti tenring.local tidak ditemukan: pakai alamat angka. Banyak jaringan tamu memblokir nama, dan ada yang memisahkan semua perangkat.',
  ],
  own: 'Tenring ini memakai sertifikat yang sudah dipercaya perangkat. Tidak ada yang perlu dilakukan.',
  off: 'Tenring ini hanya menjawab lewat http. Yang menjalankannya dapat memulainya dengan --tls; lalu halaman ini menunjukkan caranya.',
  home: 'Halaman awal',
};
