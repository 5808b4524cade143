import { InputError } from '@backstage/errors';
import type { Found } from './Snapshots';
import type { PeopleAccess, ReadContext } from './types';

/**
 * Whether it may be told when people signed in last: of now alone, as no past of it is kept; where it is read; and to
 * who may see everybody, as whoever leads people does not look after when they work.
 */
export function signInsKnown(
  { config }: Pick<ReadContext, 'config'>,
  { snapshot }: Pick<Found, 'snapshot'>,
  { at }: { at?: unknown },
  access: PeopleAccess,
): boolean {
  return (
    access.kind === 'all' &&
    at === undefined &&
    config.signInActivity &&
    JSON.parse(snapshot.dataSets)['sign-in-activity'] !== undefined
  );
}

/** Refuses to list who has not signed in where that is not known: an empty list would say that everybody has. */
export function refuseSignIns(
  context: Pick<ReadContext, 'config'>,
  found: Pick<Found, 'snapshot'>,
  query: { at?: unknown; noSignInDays?: number },
  access: PeopleAccess,
): void {
  if (
    query.noSignInDays !== undefined &&
    !signInsKnown(context, found, query, access)
  ) {
    throw new InputError(
      "Parameter 'noSignInDays' cannot be answered: last sign-ins are known only of now, where the configuration sets entraMfa.signInActivity and Microsoft gives them, and to who may see everybody. Leave it out",
    );
  }
}
