import { tenantId } from './contoso';

type Query = Record<string, string | number | boolean | undefined>;

/** A path with what is asked: `/teams?limit=6&sort=direct`. */
export function asked(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  search.sort();
  return search.size > 0 ? `${path}?${search}` : path;
}

/** The same of another tenant. */
export function inTenant(request: string, tenant: string): string {
  const [path, query] = request.split('?');
  return asked(path, {
    ...Object.fromEntries(new URLSearchParams(query)),
    tenant,
  });
}

/** What the page asks whichever of its tabs is shown. */
export const frame = (at?: string) => [
  asked('/overview', { at }),
  asked('/mine', { at }),
  asked('/reviews', { limit: 25 }),
  '/connections',
  '/sinks',
];

/** What people tried with their methods. */
export const attempts = (at?: string) => asked('/attempts', { at });

/** What is on record. */
export const evidence = (at?: string) => asked('/evidence', { at });

/** What is to be mended, in the tenant and in some teams. */
export const remediation = (at?: string) => [
  asked('/remediation', { at }),
  ...['payments', 'checkout', 'ledger'].map(name =>
    asked('/remediation', { at, team: `group:default/${name}` }),
  ),
];

/** Campaigns, and who would hear of one for everybody. */
export const reminders = () => ['/reminders', '/reminder-preview'];

/** The overview beside its head. */
export const overview = (at?: string) => [
  ...frame(at),
  asked('/teams', { at, sort: 'direct', limit: 6 }),
  asked('/teams', { at, sort: 'phoneOnly', limit: 100 }),
  asked('/changes', { to: at, kind: 'lost', limit: 5 }),
  asked('/break-glass', { at }),
  attempts(at),
];

/** The teams that a filter offers. */
export const teamOptions = (at?: string) =>
  asked('/teams', { at, sort: 'name', limit: 50 });

/** The table of teams: its roots, and what is below some of them. */
export const teams = (at?: string) => [
  ...[undefined, 'engineering', 'payments', 'sales', 'finance'].map(name =>
    asked('/teams', {
      at,
      parent: name ? `group:default/${name}` : 'none',
      sort: 'short',
      ...(name ? { limit: 100 } : { limit: 25, count: true }),
    }),
  ),
  // By which changes are told to who may not see who it was.
  asked('/teams', { at, parent: 'none', sort: 'short', limit: 100 }),
  teamOptions(at),
];

/** A page of the list of people, and what its filters would find. */
export const people = ({ sort, order, ...filter }: Query = {}) => [
  asked('/people', { ...filter, sort, order, limit: 25, count: true }),
  asked('/people', { ...filter, limit: 1, facets: true }),
];

/** One person with what they reach. */
export const person = (id: string, at?: string) => [
  asked(`/people/${tenantId}/${id}`, { at }),
  asked(`/people/${tenantId}/${id}/services`, { at, sort: 'name', limit: 50 }),
  asked('/exceptions', {
    at,
    state: 'requested,in-force',
    sort: 'requested',
    person: id,
    limit: 25,
  }),
];

/** A page of the list of services. */
export const services = (filter: Query = {}) =>
  asked('/services', { ...filter, limit: 25, count: true });

/** What services can be filtered by. */
export const serviceGroups = (at?: string) =>
  asked('/services', { at, limit: 1 });

/** A page of the list of changes. */
export const changes = (filter: Query = {}) =>
  asked('/changes', { ...filter, limit: 25, count: true });

/** What changed week by week. */
export const changeWeeks = (filter: Query = {}) =>
  asked('/changes/weeks', filter);

const over = 'ended,expired,refused,withdrawn,lapsed';

/** The three sections of exceptions. */
export const exceptions = (at?: string) => [
  asked('/exceptions', {
    at,
    state: 'requested',
    sort: 'requested',
    limit: 25,
  }),
  asked('/exceptions', { at, state: 'in-force', sort: 'until', limit: 25 }),
  asked('/exceptions', { at, state: over, sort: 'requested', limit: 25 }),
];

/** The controls of our own framework, and of another one; and some of them. */
export const controls = (at?: string) => [
  asked('/controls', { at }),
  asked('/controls', { at, framework: 'cis-controls-8.1' }),
  ...['mfa/MFA-01', 'mfa/MFA-02', 'cis-controls-8.1/6.4'].flatMap(id => [
    asked(`/controls/${id}`, { at }),
    asked(`/controls/${id}/teams`, { at, count: true, limit: 25 }),
  ]),
];

/** The list of assessments, and some of them. */
export const assessments = (...numbers: number[]) => [
  '/assessments',
  ...numbers.map(number => `/assessments/${number}`),
];

/** One review with a page of its list. */
export const review = (number: number, filter: Query = {}) => [
  `/reviews/${number}`,
  asked(`/reviews/${number}/items`, { ...filter, limit: 25 }),
];

/** Runs, what was held, and what did not match. */
export const data = (at?: string) => [
  asked('/runs', { at, limit: 25 }),
  asked(`/tenants/${tenantId}/holds`, { limit: 25 }),
  asked('/unmatched', { at, kind: 'catalog-user', limit: 25 }),
  asked('/unmatched', { at, kind: 'report-row', limit: 25 }),
  '/tenants',
  '/connections',
  '/sinks',
  `/tenants/${tenantId}/budget`,
  asked(`/tenants/${tenantId}/trail`, { limit: 25 }),
  asked(`/tenants/${tenantId}/trail`, { kind: 'read', limit: 25 }),
];

/** The card of a Group, and the controls of its tab. */
export const groupCard = (name: string) => [
  `/teams/group/default/${name}`,
  `/teams/group/default/${name}/controls`,
  asked('/people', {
    team: `group:default/${name}`,
    state: 'uncovered',
    limit: 8,
  }),
  asked('/changes', {
    team: `group:default/${name}`,
    kind: 'lost',
    limit: 1,
  }),
  asked(`/teams/group/default/${name}/services`, {
    limit: 1,
  }),
];

/** The card of a User. */
export const userCard = (name: string) =>
  asked('/people', { entityRef: `user:default/${name}`, limit: 1 });

/** The card of something that is owned. */
export const ownersCard = (name: string, kind = 'component') =>
  `/entities/${kind}/default/${name}/owners`;
