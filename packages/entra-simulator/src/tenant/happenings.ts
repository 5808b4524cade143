import type { Account } from './account';
import type { Registration } from './methodMix';

/** Something that happens to an account. @public */
export type Happening = { id: string; at: number } & (
  | { kind: 'created' | 'disabled' | 'deleted' }
  | { kind: 'registered' | 'lost' | 'changed'; registration: Registration }
);

/** What happens to an account after one time and until another, in order. */
export function happeningsOf(
  account: Account,
  after: number,
  until: number,
): Happening[] {
  const { id, createdAt, disabledAt, deletedAt } = account;
  const happenings: Happening[] = [
    { id, at: createdAt, kind: 'created' },
    ...account.moments(until).map(moment => ({ id, ...moment })),
    { id, at: disabledAt, kind: 'disabled' },
    { id, at: deletedAt, kind: 'deleted' },
  ];
  return happenings
    .filter(({ at }) => at > after && at <= until)
    .sort((a, b) => a.at - b.at);
}
