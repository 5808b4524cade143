import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type { Refusal } from '../../assess/exceptions/refusals';
import { NamingConflictError } from '../reviews/NamingConflictError';

const errors = {
  input: InputError,
  'not-allowed': NotAllowedError,
  conflict: ConflictError,
};

/** Throws the error of a refusal, where there is one. */
export function throwRefusal(refusal: Refusal | null): void {
  if (refusal) {
    const { kind, message, onRecord } = refusal;
    throw onRecord === undefined
      ? new errors[kind](message)
      : new NamingConflictError(message, onRecord);
  }
}
