// What the page about trust says, in each language. It is not in ui/text: it has to work before any script may run, on any device.

export const devices = ['android', 'ios', 'windows', 'macos', 'linux', 'chromeos', 'firefox'] as const;
export type Device = (typeof devices)[number];

/** Which file a device wants, see add-trust.ts. */
export const fileFor: Readonly<Record<Device, 'tenring-root.crt' | 'tenring-root.pem' | 'tenring.mobileconfig'>> = {
  android: 'tenring-root.crt',
  ios: 'tenring.mobileconfig',
  windows: 'tenring-root.crt',
  macos: 'tenring-root.crt',
  linux: 'tenring-root.pem',
  chromeos: 'tenring-root.pem',
  firefox: 'tenring-root.pem',
};

export interface TrustWords {
  readonly language: string;
  readonly title: string;
  readonly lead: string;
  readonly why: readonly string[];
  readonly viewers: string;
  readonly fingerprintTitle: string;
  readonly fingerprint: string;
  readonly limits: string;
  readonly chooseDevice: string;
  readonly download: string;
  readonly steps: Readonly<Record<Device, { readonly name: string; readonly steps: readonly string[] }>>;
  readonly thenTitle: string;
  readonly thenOpen: string;
  readonly thenTablet: string;
  readonly otherTitle: string;
  readonly other: string;
  readonly helpTitle: string;
  readonly help: readonly string[];
  /** Instead of all this, where the organiser's own certificate is in use. */
  readonly own: string;
  /** Instead of all this, where there is no https. */
  readonly off: string;
  readonly home: string;
}
