// Apple's configuration profile with one root certificate: the only file that an iPhone takes without a mail program.
import { createHash } from 'node:crypto';

export interface ProfileRoot {
  readonly der: Uint8Array;
  /** Of letters, digits and spaces: it goes into XML as it is. */
  readonly name: string;
}

/** The same root gets the same profile, so that installing it again replaces it. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

export function mobileConfigOf({ der, name }: ProfileRoot): string {
  const content = Buffer.from(der).toString('base64');
  const [inner, outer] = [uuidOf(`certificate ${content}`), uuidOf(`profile ${content}`)];
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadCertificateFileName</key><string>tenring-root.crt</string>
      <key>PayloadContent</key><data>${content}</data>
      <key>PayloadDisplayName</key><string>${name}</string>
      <key>PayloadIdentifier</key><string>local.tenring.root.${inner}</string>
      <key>PayloadType</key><string>com.apple.security.root</string>
      <key>PayloadUUID</key><string>${inner}</string>
      <key>PayloadVersion</key><integer>1</integer>
    </dict>
  </array>
  <key>PayloadDescription</key><string>Trusts this Tenring on the local network.</string>
  <key>PayloadDisplayName</key><string>${name}</string>
  <key>PayloadIdentifier</key><string>local.tenring.${outer}</string>
  <key>PayloadRemovalDisallowed</key><false/>
  <key>PayloadType</key><string>Configuration</string>
  <key>PayloadUUID</key><string>${outer}</string>
  <key>PayloadVersion</key><integer>1</integer>
</dict>
</plist>
`;
}
