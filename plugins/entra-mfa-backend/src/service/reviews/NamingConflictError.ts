import { ConflictError, toError } from '@backstage/errors';

/** A conflict that names people to who may see them; what is kept on record names nobody. */
export class NamingConflictError extends ConflictError {
  constructor(message: string, readonly onRecord: string) {
    super(message);
  }
}

/** An error as the audit log keeps it. */
export function forRecord(error: unknown): Error {
  return error instanceof NamingConflictError
    ? new ConflictError(error.onRecord)
    : toError(error);
}
