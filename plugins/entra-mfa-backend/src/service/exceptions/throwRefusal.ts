import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type { Refusal } from '../../assess/exceptions/refusals';

const errors = {
  input: InputError,
  'not-allowed': NotAllowedError,
  conflict: ConflictError,
};

/** Throws the error of a refusal, where there is one. */
export function throwRefusal(refusal: Refusal | null): void {
  if (refusal) {
    throw new errors[refusal.kind](refusal.message);
  }
}
