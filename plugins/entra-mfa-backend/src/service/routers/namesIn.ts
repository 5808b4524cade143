import type {
  RouteName,
  routes,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { z } from 'zod';

type Body<N extends RouteName> = z.output<(typeof routes)[N]['response']>;

/** Of the answer of each route that names people, how many: null where the caller may see nobody. */
type NamesIn = {
  [N in RouteName]?: (body: Body<N>) => number | null;
};

const seen = (visibility: 'all' | 'some' | 'none', people: number) =>
  visibility === 'none' ? null : people;

/** See {@link NamesIn}. A route that is not here names nobody. */
export const namesIn = {
  getPeople: ({ visibility, items }) => seen(visibility, items.length),
  getPerson: () => 1,
  getPersonServices: () => 1,
  getUnmatched: ({ items }) => items.length,
  getChanges: ({ visibility, items }) => seen(visibility, items.length),
  getEntityOwners: ({ visibility, people }) => seen(visibility, people.length),
  getReviewItems: ({ items }) => items.length,
  getExceptions: ({ items }) => items.filter(isNamed).length || null,
  getException: exception => (isNamed(exception) ? 1 : null),
  getBreakGlass: ({ names, accounts }) =>
    names === 'hidden' ? null : accounts.length,
} satisfies NamesIn;

/** A route that names people. */
export type NamingRoute = keyof typeof namesIn;

function isNamed({ subject }: Body<'getException'>): boolean {
  return subject.kind === 'person' && subject.name !== null;
}
