// Bytes that no sender of ours makes: a foreign client, a damaged record, a newer schema.

export class MalformedError extends Error {
  override readonly name = 'MalformedError';
}
