import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { daysAgo, otherTenantId, past, recordedAt, tenantId } from './contoso';
import { details, healthyReads, pastReads, typed } from './reads';
import { assessmentSteps, twoAssessments } from './twoAssessments';
import * as ask from './requests';
import {
  allDisabled,
  everybodyRegistered,
  fabrikam,
  halfLost,
  refuse,
} from './sourceChanges';
import { healthySteps } from './steps';
import type { ScenarioToRecord } from './types';

const history = { from: 'history', caller: 'decider' } as const;
const shown = [...ask.frame(), ask.asked('/runs', { limit: 25 }), '/tenants'];

/** The situations that are recorded, by the names of their files. */
export const scenarios: Record<string, ScenarioToRecord> = {
  healthy: { ...history, reads: healthyReads, steps: healthySteps },
  past: { ...history, reads: pastReads },
  stale: {
    ...history,
    live: portal =>
      portal.readTenant(-1, { before: refuse('users'), fails: true }),
    at: daysAgo(-1, '16:12'),
    reads: [...shown, ...ask.controls()],
  },
  held: {
    ...history,
    live: portal =>
      portal.readTenant(0, {
        time: '09:06',
        before: halfLost(),
        fails: true,
      }),
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
    reads: [
      ...ask.overview(),
      ask.teams()[0],
      ask.teamOptions(),
      ...ask.remediation(),
      ...ask.groupCard('payments'),
    ],
  },
  'two-tenants': {
    ...history,
    portal: { tenantIds: [tenantId, otherTenantId] },
    live: portal =>
      portal.readTenant(0, { tenantId: otherTenantId, before: fabrikam }),
    reads: [...ask.frame(), ask.attempts(), ask.teamOptions()].flatMap(
      request => [request, ask.inTenant(request, otherTenantId)],
    ),
  },
  'counts-only': {
    ...history,
    caller: 'countsOnly',
    reads: [
      ...ask.overview(),
      ...ask.teams(),
      ...ask.remediation(),
      ...typed('ledg').map(q =>
        ask.asked('/teams', { q, sort: 'short', limit: 25, count: true }),
      ),
      ...ask.people(),
      ask.asked('/roles'),
      ask.services({ sort: 'name' }),
      ask.services(),
      ask.serviceGroups(),
      ask.changes(),
      ask.changeWeeks(),
      ask.asked('/controls'),
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
      ...ask.people(),
      ask.asked('/roles'),
      ask.changes(),
      ask.changeWeeks(),
      ...ask.exceptions(),
      ...ask.review(2),
      ...ask.review(3),
      ...ask.review(3, { reviewer: 'me' }),
    ],
  },
  assessments: {
    ...history,
    live: twoAssessments,
    reads: ask.assessments(1, 2),
    steps: assessmentSteps,
  },
  auditor: {
    ...history,
    live: twoAssessments,
    caller: 'auditor',
    reads: [...ask.frame(), ...ask.assessments(1)],
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
    reads: [...ask.frame(), ...ask.data(), '/connect'],
  },
  'no-consent': {
    from: 'nothing',
    live: portal =>
      portal.readTenant(0, {
        before: refuse('users', 'registrations'),
        fails: true,
      }),
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
        before: allDisabled,
      }),
    caller: 'decider',
    reads: [
      ...ask.overview(),
      ask.teams()[0],
      ask.teamOptions(),
      ...ask.remediation(),
      ...ask.data(),
    ],
  },
};
