import type { Flags } from '../assessFlags';
import type { Question } from './types';

/** The flags of the person's report row, or null without a row, or where one has no value. */
export function flagsOf({ facts: { registration } }: Question): Flags | null {
  if (!registration) {
    return null;
  }
  const {
    isMfaRegistered: registered,
    isMfaCapable: capable,
    methodsRegistered: methods,
  } = registration;
  const isCapableKnown = capable !== null || registration.from === 'methods';
  return registered === null || methods === null || !isCapableKnown
    ? null
    : { registered, capable, methods };
}
