import type {
  Person,
  TenantRef,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../answers/RecordedApi';

/** The recorded tenant, for what tests expect of it. */
export const healthy = new RecordedApi();

/** Its newest figures. */
export const overview = healthy.answer('getOverview', {});

function present<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) {
    throw new Error(`The recording has no ${what}`);
  }
  return value;
}

/** The counts of {@link overview}. */
export const counts = present(overview.counts, 'counts');

/** The tenant, by its name. */
export const contoso: TenantRef = present(overview.tenant, 'tenant');

/** The id of the tenant. */
export const tenant = contoso.id;

/** A past day of which answers are recorded. */
export const past = '2026-11-03';

/** Somebody whose own page is recorded. */
export function personWho(fits: (person: Person) => boolean): Person {
  const people = healthy.all('getPerson').map(({ person }) => person);
  return present(people.find(fits), 'such person');
}

/** A team, from the list of all. */
export function teamOf(title: string) {
  const { items } = healthy.answer('getTeams', {}, { sort: 'name', limit: 50 });
  return present(
    items.find(team => team.title === title),
    title,
  );
}
