/**
 * The kind of an error, never its message: one of the database holds the statement and its values,
 * and with them people.
 */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return 'unknown error';
  }
  const code = 'code' in error ? String(error.code) : '';
  return /^[\w-]{1,40}$/.test(code) ? `${error.name} ${code}` : error.name;
}

/** A sync failed for no reason that a reader can do something about. It tells only the kind. */
export class SyncFailedError extends Error {
  readonly name = 'SyncFailedError';

  constructor(error: unknown) {
    super(`The sync failed (${kindOf(error)}).`);
  }
}
