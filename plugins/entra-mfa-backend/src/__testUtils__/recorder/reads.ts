import { objectId } from '../rows';
import { cast, idOf } from './cast';
import { past } from './contoso';
import * as ask from './requests';
import type { ScenarioToRecord } from './types';

/** The pages of some people. */
export const details = (handles: readonly string[], at?: string) =>
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
  'omar.costa',
  'paul.diaz',
  'per.falk',
  'nora.quist',
  'emil.holm',
  'pia.roth',
  'xenia.holt',
];

/** Parts of a text, as somebody types it. */
export const typed = (text: string) =>
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
  { role: '729827e3-9c14-49f7-bb1b-9608f156bbb8' },
  {
    role: '729827e3-9c14-49f7-bb1b-9608f156bbb8',
    roleKind: 'eligible',
  },
];

const whatIf = [
  { phoneOff: true },
  { phoneOff: true, targetPermille: 900 },
  { phoneOff: true, targetPermille: 900, team: 'group:default/payments' },
  { countGuests: true },
  { withoutExceptions: true },
  { basis: 'capable' },
].map(assumption => ask.asked('/what-if', assumption));

const scopeRules = [
  {
    leaveOut: "startsWith(displayName,'A') or displayName eq 'Carl Engel'",
  },
  { leaveOut: "not (displayName ne 'Nobody')" },
].map(rule => ask.asked('/scope-preview', { ...rule, limit: 20 }));

/** All that tests and the development page ask of the healthy tenant. */
export const healthyReads: ScenarioToRecord['reads'] = [
  ...ask.overview(),
  ask.evidence(),
  ...ask.remediation(),
  ...ask.reminders(),
  ...ask.teams(),
  // The map of teams, at the top and below one.
  ...['none', 'group:default/engineering'].map(parent =>
    ask.asked('/teams', { parent, sort: 'people', order: 'desc', limit: 100 }),
  ),
  ask.asked('/teams/group/default/engineering'),
  ...typed('ledg').map(q =>
    ask.asked('/teams', { q, sort: 'short', limit: 25, count: true }),
  ),
  { andNext: ask.people()[0] },
  ...ask.people(),
  ...peopleFilters.flatMap(filter => ask.people(filter)),
  // What its filters would find has a cursor that is made of the exception's own id.
  ask.people({ exception: 'exception-leave' })[0],
  ask.asked('/roles'),
  ask.asked('/people', { sort: 'name', limit: 30 }),
  ask.asked('/people.csv', { names: false, state: 'uncovered' }),
  ask.asked('/people.csv', { names: true, state: 'uncovered' }),
  ...details(shownPeople),
  ...ask.person(objectId(101)),
  ...[
    {},
    { lifecycle: 'production', sort: 'phoneOnly' },
    { lifecycle: 'production', sort: 'phoneOnly', kind: 'api' },
    { kind: 'api' },
    { sort: 'name' },
    { tier: 9 },
  ].map(filter => ask.services(filter)),
  ask.serviceGroups(),
  ask.asked('/teams/group/default/ledger/services', {
    limit: 25,
    count: true,
  }),
  ask.asked('/teams/group/default/ledger/services', { limit: 1 }),
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
  ask.changes({ from: '2026-11-08', to: '2026-11-15' }),
  ask.changeWeeks(),
  ask.changeWeeks({ team: 'group:default/payments' }),
  ...ask.controls(),
  ...ask.assessments(),
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
  ...ask.review(3),
  ask.asked('/reviews/1/items.csv', {
    names: false,
  }),
  ask.asked('/reviews/1/items.csv', {
    names: true,
  }),
  ...whatIf,
  ...scopeRules,
  ...ask.data(),
  ...[
    'payments',
    'checkout',
    'ledger',
    'treasury',
    'warehouse',
    'facilities',
    'unheard-of',
  ].flatMap(name => ask.groupCard(name)),
  // The tab of a Group.
  ask.asked('/teams', {
    parent: 'group:default/payments',
    sort: 'short',
    limit: 25,
    count: true,
  }),
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

/** The same of a past day. */
export const pastReads: ScenarioToRecord['reads'] = [
  ask.evidence(past),
  ...ask.remediation(past),
  ...ask.overview(past),
  ask.teams(past)[0],
  ask.teamOptions(past),
  ...ask.people({ at: past }),
  ask.asked('/roles', { at: past }),
  ...details(['tom.okafor'], past),
  ask.services({ at: past }),
  ask.serviceGroups(past),
  ask.changes({ to: past }),
  ask.changeWeeks({ at: past }),
  ...ask.controls(past),
  ...ask.exceptions(past),
  ask.asked('/what-if', { at: past, phoneOff: true }),
  ask.asked('/what-if', { at: past, rules: 'today' }),
  ...ask.data(past),
  ask.asked('/overview', { at: '2020-01-01' }),
  ask.asked('/mine', { at: '2020-01-01' }),
  // A day on which the figure was held.
  ...ask.frame('2026-09-19'),
  ask.teamOptions('2026-09-19'),
];
