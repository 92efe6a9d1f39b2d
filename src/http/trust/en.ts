// English.

import type { TrustWords } from './trust-words.ts';

export const en: TrustWords = {
  language: 'English',
  title: 'Let this device trust Tenring',
  lead: 'Do this once on each device that scores. After that it opens Tenring over https, and three things work that browsers otherwise forbid:',
  why: [
    'The scoring page opens again without a network, also after the tablet was switched off.',
    'The screen stays on while somebody scores.',
    'The page can be put on the home screen, like an app.',
  ],
  viewers: 'To watch results nobody has to do this.',
  fingerprintTitle: 'Compare this first',
  fingerprint:
    'The fingerprint (SHA-256) has to be the same here, on the organiser’s desk and where Tenring was started. Devices show it before they trust. If it differs, stop and tell the organiser.',
  limits:
    'What you trust is this one appliance, for names and addresses of local networks only: it cannot stand in for any site on the internet. After the competition you can remove it in the same place.',
  chooseDevice: 'Which device is it?',
  download: 'Get the file',
  steps: {
    android: {
      name: 'Android (Chrome, Edge, Samsung Internet)',
      steps: [
        'In Settings, search for “CA certificate”. It is usually under Security › Encryption & credentials › Install a certificate.',
        'Choose “Install anyway”, unlock the device, and pick tenring-root.crt in the downloads.',
        'Android will mention that the network may be monitored. That is about this certificate.',
      ],
    },
    ios: {
      name: 'iPhone and iPad',
      steps: [
        'It has to be Safari that gets the file. Answer “Allow”.',
        'In Settings, tap “Profile Downloaded”, then Install.',
        'In Settings › General › About › Certificate Trust Settings, switch Tenring on. Without this step it does not work.',
      ],
    },
    windows: {
      name: 'Windows (Edge, Chrome)',
      steps: [
        'Open the file and choose “Install Certificate…”.',
        'Choose “Current User”, then “Place all certificates in the following store”, Browse, “Trusted Root Certification Authorities”.',
        'Finish, answer Yes, and start the browser again.',
      ],
    },
    macos: {
      name: 'Mac (Safari, Chrome)',
      steps: [
        'Open the file: Keychain Access adds it to “login”.',
        'There, double-click Tenring, open “Trust”, and choose “Always Trust”.',
      ],
    },
    linux: {
      name: 'Linux (Chrome, Chromium)',
      steps: [
        'Open chrome://certificate-manager and go to “Local certificates”, “Installed by you”.',
        'Import the file under “Trusted certificates”.',
      ],
    },
    chromeos: {
      name: 'Chromebook',
      steps: [
        'Open Settings › Privacy and security › Security › Manage certificates › Authorities.',
        'Import the file and tick “Trust this certificate for identifying websites”.',
      ],
    },
    firefox: {
      name: 'Firefox',
      steps: [
        'On a computer: Settings › Privacy & Security › View Certificates › Authorities › Import. Tick “Trust this CA to identify websites”.',
        'On Android: do the steps for Android, then in Firefox open Settings › About, tap the logo five times, go back to “Secret settings” and switch on “Use third party CA certificates”.',
      ],
    },
  },
  thenTitle: 'Then',
  thenOpen: 'Open the secure page',
  thenTablet:
    'On a tablet that scores already, open its settings and “What works on this device”: the way from there keeps its target.',
  otherTitle: 'This page on another device',
  other: 'Scan the code, or type the address.',
  helpTitle: 'If something is in the way',
  help: [
    'The phone says that the Wi-Fi has no internet: stay connected. Tenring needs none. Switch mobile data off if the phone leaves the Wi-Fi.',
    'The Wi-Fi shows a log-in page of the venue: log in there first, then open the address again.',
    'A name like tenring.local is not found: use the address with numbers. Many guest networks block names, and some keep devices apart altogether.',
  ],
  own: 'This Tenring has a certificate that devices trust already. There is nothing to do here.',
  off: 'This Tenring answers over http only. Whoever runs it can start it with --tls; then this page shows how devices come to trust it.',
  home: 'Start page',
};
