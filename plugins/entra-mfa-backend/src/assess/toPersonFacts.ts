import type { UserBody } from '../collectors/types';
import type { PersonFacts } from './types';

/** One person as the store has them. */
export interface StoredPerson {
  objectId: string;
  user: UserBody;
  /** JSON of `RegistrationBody`; null without a row. */
  registration: string | null;
  /** See `PersonFacts`. */
  noRowRuns: number;
  enabledSince: Date | null;
}

/** What is known besides: the same of everybody, or found for the person. */
export type KnownBesides = Omit<PersonFacts, keyof StoredPerson>;

/** Puts together all that is known of one person: the one way in which rules are given anybody. */
export function toPersonFacts(
  { registration, ...stored }: StoredPerson,
  besides: KnownBesides,
): PersonFacts {
  return {
    ...stored,
    registration: registration === null ? null : JSON.parse(registration),
    ...besides,
  };
}
