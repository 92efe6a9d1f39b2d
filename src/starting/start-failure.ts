// What the world can do to a start, in one line that says what to do about it.
import { ArchiveFileError } from '../archive/archive-errors.ts';
import type { Config } from '../config/config.ts';
import { StartError } from '../config/start-error.ts';
import { JournalGapError, JournalUnavailableError } from '../journal/journal.ts';
import { CertificateRefusedError, PortTakenError } from '../live/live-worker.ts';
import { CertificateError } from '../network/server-certificate.ts';
import { SidecarError } from '../sidecar/sidecar.ts';
import { MalformedError } from '../wire/malformed.ts';

function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function isPort(error: unknown, port: number | undefined): boolean {
  return error instanceof Error && 'port' in error && error.port === port;
}

/** A StartError; defects pass through. */
export function toStartError(error: unknown, config: Config): unknown {
  const options = { cause: error };
  if (error instanceof PortTakenError) {
    return new StartError(
      'portTaken',
      `Port ${error.port} for live connections is taken. Choose another one with ${error.port === config.tls?.realtimePort ? '--tls-realtime-port' : '--realtime-port'}.`,
      options,
    );
  }
  if (isSystemError(error, 'EADDRINUSE') || isSystemError(error, 'EACCES')) {
    return new StartError(
      'portTaken',
      isPort(error, config.tls?.port)
        ? `Port ${config.tls?.port} for https is taken or not allowed. Choose another one with --tls-port.`
        : `Port ${config.port} is taken or not allowed. Choose another one with --port.`,
      options,
    );
  }
  if (isSystemError(error, 'EADDRNOTAVAIL')) {
    return new StartError(
      'portTaken',
      `This machine has no address ${config.host}. Choose another one with --host.`,
      options,
    );
  }
  if (isSystemError(error, 'ENOSPC')) {
    return new StartError('diskFull', `The disk of ${config.dataFolder} is full. Make space and start again.`, options);
  }
  if (error instanceof SidecarError || error instanceof JournalUnavailableError) {
    return new StartError('redis', `Redis cannot be used: ${error.message}`, options);
  }
  if (error instanceof JournalGapError) {
    const words = `Between archive and journal facts are missing (${error.message}). Make a copy of ${config.dataFolder}, then move its folder redis away: Tenring goes on from the archive, and tablets send again what they have.`;
    return new StartError('dataFolder', words, options);
  }
  if (error instanceof CertificateError) return new StartError('badFile', error.message, options);
  if (error instanceof CertificateRefusedError)
    return new StartError('badFile', `The certificate cannot be used for live connections: ${error.message}`, options);
  if (error instanceof ArchiveFileError) return new StartError('dataFolder', error.message, options);
  if (error instanceof MalformedError) {
    const words = `A fact in ${config.dataFolder} cannot be read (${error.message}): it is damaged, or of a newer Tenring. tenring verify says which one.`;
    return new StartError('dataFolder', words, options);
  }
  return error;
}
