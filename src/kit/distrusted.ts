// How TLS says that it does not believe a certificate, in the words of Node and OpenSSL.

/** Of nobody known here, of another name, or of another time. */
export function isDistrusted(code: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO/.test(code);
}
