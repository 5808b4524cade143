import type { Overview } from 'backstage-plugin-entra-mfa-common';
import { GraphRequestError } from '../../graph/errors';
import { objectId, reportRow } from '../rows';
import { cast, idOf } from './cast';
import type { ContosoSource } from './ContosoSource';
import { daysAgo, recordedAt, tenantId } from './contoso';
import * as ask from './requests';
import { healthySteps } from './steps';
import type { ScenarioToRecord } from './types';

/** A past day, in links. */
const past = '2026-11-03';
const otherTenantId = '0a1b2c3d-0000-4000-8000-000000000002';
const requestId = '9f1c6f0e-1111-4222-8333-444455556666';

/** Graph refuses data sets from here on, for want of a permission. */
function refuse(...dataSets: string[]) {
  return (source: ContosoSource) => {
    source.before = dataSet => {
      if (!dataSets.includes(dataSet)) return;
      const error = new GraphRequestError(
        403,
        'Authorization_RequestDenied',
        null,
        false,
      );
      error.requestIds = [requestId];
      error.calls = 1;
      throw error;
    };
  };
}

/** Everybody of the report has registered what `change` makes of it. */
function rewriteReport(change: (row: object) => object) {
  return (source: ContosoSource) => {
    const { registrations = [] } = source.pages;
    source.pages.registrations = registrations.map(page =>
      page.map(row => change(row as object)),
    );
  };
}

const isCovered = (row: object) =>
  'isMfaRegistered' in row && row.isMfaRegistered === true;

/** Half of those who had registered read as if they had not. */
function halfLost(): (source: ContosoSource) => void {
  let seen = 0;
  return rewriteReport(row => {
    if (!isCovered(row)) return row;
    seen += 1;
    return seen % 2 === 0
      ? {
          ...row,
          isMfaRegistered: false,
          isMfaCapable: false,
          methodsRegistered: [],
        }
      : row;
  });
}

function everybodyRegistered(source: ContosoSource): void {
  const missing = cast.filter(({ has }) => has === 'norow');
  source.pages.registrations?.push(
    missing.map(({ number }) => reportRow(number)),
  );
  rewriteReport(row =>
    isCovered(row)
      ? row
      : {
          ...row,
          isMfaRegistered: true,
          isMfaCapable: true,
          methodsRegistered: ['hardwareOneTimePasscode'],
        },
  )(source);
}

/** Another tenant, of a few people. */
function fabrikam(source: ContosoSource): void {
  const { users = [], registrations = [] } = source.pages;
  source.pages = {
    ...source.pages,
    organization: [[{ id: otherTenantId, displayName: 'Fabrikam' }]],
    users: users.slice(0, 1),
    registrations: registrations.slice(0, 1),
  };
}

const details = (handles: readonly string[], at?: string) =>
  handles.flatMap(handle => ask.person(idOf(handle), at));

/** One of each kind, whom tests and the development page open. */
const shownPeople = [
  'ada.berg',
  'tom.okafor',
  'grace.moreau',
  'mary.novak',
  'ken.silva',
  'barbara.haddad',
  'vint.murphy',
  'frances.nguyen',
  'ruth.keller',
  'yusuf.demir',
  'otto.lang',
  'igor.bely',
  'ivo.brandt',
  'wim.koster',
  'leave.abel',
  'uwe.stark',
];

/** Parts of a text, as somebody types it. */
const typed = (text: string) =>
  Array.from(text, (_, index) => text.slice(0, index + 1));

const peopleFilters: Record<string, string>[] = [
  { state: 'uncovered' },
  { state: 'covered' },
  { state: 'unknown' },
  { state: 'exempt' },
  { state: 'uncovered,unknown' },
  { state: 'uncovered,unknown', team: 'group:default/payments' },
  { state: 'uncovered', mark: 'phone-only' },
  { state: 'uncovered', team: 'group:default/payments' },
  { scopeClass: 'guest' },
  { mark: 'phone-only', state: 'covered,uncovered,unknown,exempt' },
  { mark: 'disabled-with-role' },
  { privileged: 'true', state: 'covered,uncovered,unknown,exempt' },
  { q: 'grace' },
  { exception: 'exception-leave' },
];

const whatIf = [
  { phoneOff: true },
  { phoneOff: true, targetPermille: 900 },
  { phoneOff: true, targetPermille: 900, team: 'group:default/payments' },
  { countGuests: true },
  { withoutExceptions: true },
  { basis: 'capable' },
].map(assumption => ask.asked('/what-if', assumption));

const healthyReads: ScenarioToRecord['reads'] = [
  ...ask.overview(),
  ...ask.teams(),
  ...typed('ledg').map(q =>
    ask.asked('/teams', { q, sort: 'short', limit: 100 }),
  ),
  { andNext: ask.people() },
  ...peopleFilters.map(filter => ask.people(filter)),
  ask.asked('/people', { sort: 'name', limit: 30 }),
  ask.asked('/people', { format: 'csv', names: false, state: 'uncovered' }),
  ask.asked('/people', { format: 'csv', names: true, state: 'uncovered' }),
  ...details(shownPeople),
  `/people/${tenantId}/${objectId(101)}`,
  ...[
    {},
    { lifecycle: 'production', sort: 'phoneOnly' },
    { lifecycle: 'production', sort: 'phoneOnly', kind: 'api' },
    { kind: 'api' },
    { sort: 'name' },
    { tier: 9 },
  ].map(filter => ask.services(filter)),
  ask.asked('/teams/group/default/ledger/services', { limit: 50 }),
  ...[
    {},
    { kind: 'lost' },
    { kind: 'lost,gained' },
    { kind: 'lost', from: '2026-08-23' },
    { kind: 'lost,gained', from: '2026-08-23' },
    { from: '2026-09-01' },
    {
      kind: 'lost',
      from: '2026-11-01T09:00:00.000Z',
      team: 'group:default/payments',
    },
    { team: 'group:default/payments' },
  ].map(filter => ask.changes(filter)),
  ...ask.exceptions(),
  { andNext: ask.review(2)[1] },
  ...ask.review(2),
  ...ask.review(2, { decision: 'open' }),
  ...ask.review(2, { reason: 'no-method', decision: 'open' }),
  ...ask.review(2, { reason: 'left-but-enabled,no-method', decision: 'open' }),
  ...ask.review(2, { reason: 'left-but-enabled,no-method' }),
  ...ask.review(2, { reason: 'new' }),
  ...ask.review(1),
  ...ask.review(1, { decision: 'open' }),
  ask.asked('/reviews/1/items', {
    format: 'csv',
    names: false,
  }),
  ask.asked('/reviews/1/items', {
    format: 'csv',
    names: true,
  }),
  ...whatIf,
  ...ask.data(),
  { andNext: ask.asked('/runs', { limit: 10 }) },
  ...[
    'payments',
    'checkout',
    'ledger',
    'treasury',
    'warehouse',
    'facilities',
    'unheard-of',
  ].flatMap(name => ask.groupCard(name)),
  ...cast.slice(0, 20).map(({ entity }) => ask.userCard(entity)),
  ...['tara.vance', 'leave.abel', 'guest'].map(ask.userCard),
  ...[
    'payments-web',
    'checkout-web',
    'treasury-web',
    'tom-tools',
    'left-over',
    'site-map',
    'unheard-of',
  ].map(name => ask.ownersCard(name)),
];

const pastReads: ScenarioToRecord['reads'] = [
  ...ask.overview(past),
  ask.teams(past)[0],
  ask.teamOptions(past),
  ask.people({ at: past }),
  ...details(['tom.okafor'], past),
  ask.services({ at: past }),
  ask.changes({ to: past }),
  ...ask.exceptions(past),
  ask.asked('/what-if', { at: past, phoneOff: true }),
  ask.asked('/what-if', { at: past, rules: 'today' }),
  ...ask.data(past),
  ask.asked('/overview', { at: '2020-01-01' }),
  // A day on which the figure was held.
  ...ask.frame('2026-09-19'),
  ask.teamOptions('2026-09-19'),
];

const history = { from: 'history', caller: 'decider' } as const;
const shown = [...ask.frame(), ask.asked('/runs', { limit: 10 }), '/tenants'];

/** The situations that are recorded, by the names of their files. */
export const scenarios: Record<string, ScenarioToRecord> = {
  healthy: { ...history, reads: healthyReads, steps: healthySteps },
  past: { ...history, reads: pastReads },
  stale: {
    ...history,
    live: portal => portal.readTenant(-1, { before: refuse('users') }),
    at: daysAgo(-1, '16:12'),
    reads: shown,
  },
  held: {
    ...history,
    live: portal => portal.readTenant(0, { time: '09:06', before: halfLost() }),
    reads: [...shown, ask.asked('/overview', { at: past })],
    steps: [
      {
        post: `/tenants/${tenantId}/release`,
        body: {
          of: '/overview',
          make: ({ hold }: Overview) => ({
            reason: 'The keys were withdrawn',
            run: hold?.run,
          }),
        },
        then: ['/overview'],
      },
    ],
  },
  'other-rules': {
    ...history,
    portal: { config: { scope: { countGuests: true } } },
    reads: [
      ask.asked('/overview', { at: past }),
      ask.asked('/what-if', { at: past, rules: 'today' }),
    ],
  },
  'needs-attention': {
    ...history,
    live: portal =>
      portal.readTenant(0, {
        time: '09:06',
        before: refuse('registrations', 'role-assignments'),
      }),
    reads: shown,
  },
  'no-roles': {
    ...history,
    live: portal =>
      portal.readTenant(0, {
        time: '09:06',
        before: refuse('role-assignments', 'role-eligibility'),
      }),
    reads: [...ask.frame(), '/tenants', ...details(['tom.okafor'])],
  },
  'nobody-missing': {
    ...history,
    live: portal =>
      portal.readTenant(0, { time: '09:06', before: everybodyRegistered }),
    reads: ask.overview(),
  },
  capable: {
    ...history,
    portal: { config: { basis: 'capable' } },
    live: portal => portal.readTenant(0, { time: '09:06' }),
    reads: [...ask.overview(), ask.teams()[0], ...ask.groupCard('payments')],
  },
  'two-tenants': {
    ...history,
    portal: { tenantIds: [tenantId, otherTenantId] },
    live: portal =>
      portal.readTenant(0, { tenantId: otherTenantId, before: fabrikam }),
    reads: [...ask.frame(), ask.teamOptions()].flatMap(request => [
      request,
      ask.inTenant(request, otherTenantId),
    ]),
  },
  'counts-only': {
    ...history,
    caller: 'countsOnly',
    reads: [
      ...ask.overview(),
      ...ask.teams(),
      ...typed('ledg').map(q =>
        ask.asked('/teams', { q, sort: 'short', limit: 100 }),
      ),
      ask.people(),
      ask.services({ sort: 'name' }),
      ask.services(),
      ask.changes(),
      ...ask.exceptions(),
      ...ask.data(),
      ...['payments', 'ledger'].flatMap(name => ask.groupCard(name)),
      ...['person1', 'person2'].map(ask.userCard),
      ask.ownersCard('payments-web'),
      ask.ownersCard('ledger-db', 'resource'),
    ],
  },
  lead: {
    ...history,
    caller: 'lead',
    reads: [
      ask.teamOptions(),
      ...ask.overview(),
      ask.people(),
      ask.changes(),
      ...ask.exceptions(),
      ...ask.review(2),
    ],
  },
  'no-permission': {
    ...history,
    caller: 'nobody',
    reads: [
      ...ask.frame(),
      ...ask.groupCard('payments'),
      ...['person1', 'person2'].map(ask.userCard),
      ask.ownersCard('payments-web'),
    ],
  },
  'not-configured': {
    from: 'nothing',
    portal: { tenantIds: [] },
    caller: 'decider',
    reads: [...ask.frame(), ...ask.data()],
  },
  'no-consent': {
    from: 'nothing',
    live: portal =>
      portal.readTenant(0, { before: refuse('users', 'registrations') }),
    caller: 'decider',
    reads: [...ask.frame(), ...ask.data()],
  },
  'first-run': {
    from: 'nothing',
    at: recordedAt,
    duringPage: 3,
    caller: 'decider',
    reads: [...ask.frame(), ...ask.data()],
  },
  empty: {
    from: 'nothing',
    live: portal =>
      portal.readTenant(0, {
        before: source => {
          const { users = [] } = source.pages;
          source.pages.users = users.map(page =>
            page.map(row => ({ ...(row as object), accountEnabled: false })),
          );
        },
      }),
    caller: 'decider',
    reads: [...ask.overview(), ask.teams()[0], ...ask.data()],
  },
};
