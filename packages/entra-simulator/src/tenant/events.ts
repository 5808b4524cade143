import type { Account } from './account';
import type { Registration } from './methodMix';

/** Something that happens to an account. @public */
export type TenantEvent = { id: string; at: number } & (
  | { kind: 'created' | 'disabled' | 'deleted' }
  | { kind: 'registered' | 'lost' | 'changed'; registration: Registration }
);

/** What happens to an account after one time and until another, in order. */
export function eventsOf(
  account: Account,
  after: number,
  until: number,
): TenantEvent[] {
  const { id, createdAt, disabledAt, deletedAt } = account;
  const events: TenantEvent[] = [
    { id, at: createdAt, kind: 'created' },
    ...account.moments(until).map(moment => ({ id, ...moment })),
    { id, at: disabledAt, kind: 'disabled' },
    { id, at: deletedAt, kind: 'deleted' },
  ];
  return events
    .filter(({ at }) => at > after && at <= until)
    .sort((a, b) => a.at - b.at);
}
