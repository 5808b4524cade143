import type { Flags } from '../judgeFlags';
import type { Question } from './types';

/** The flags of the person's report row, or null without a row. */
export function flagsOf({ facts: { registration } }: Question): Flags | null {
  return (
    registration && {
      registered: registration.isMfaRegistered,
      capable: registration.isMfaCapable,
      methods: registration.methodsRegistered,
    }
  );
}
