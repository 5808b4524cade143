import {
  controlTestIds,
  type ControlDay,
  type ControlStatus,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  evidenceItem,
  fingerprintOf,
  type EvidenceBody,
  type EvidenceItem,
  type SnapshotStatement,
} from '@entra-mfa/evidence';
import { controlKey } from '../assess/controls/framework';
import { statusOf } from '../assess/controls/statusOf';
import type { RuleSettings } from '../assess/types';
import { library } from '../controls/library';
import type { EvidenceDay } from '../report/EvidenceDay';

const tenant = { id: '0a1b2c3d-0000-4000-8000-000000000001', name: 'Contoso' };
const judged = { tenant: tenant.id, rulesVersion: '3-0a1b2c3d4e5f' };

const settings: RuleSettings = {
  basis: 'registered',
  targetPermille: 950,
  breakGlassIds: ['11111111-0000-4000-8000-00000000beef'],
  countGuests: false,
  listed: [
    {
      objectId: '22222222-0000-4000-8000-00000000beef',
      owner: 'user:default/ada.canary',
      reason: 'kiosk of Ada Canary',
    },
  ],
  listedPatterns: [
    { pattern: '^canary-', owner: 'user:default/ada.canary', reason: 'robots' },
  ],
};

const registration = (covered: number) =>
  evidenceItem('registration-summary', judged, {
    basis: 'registered',
    targetPermille: 950,
    inScope: 1250,
    covered,
    uncovered: 1204 - covered,
    unknown: 40,
    exempt: 6,
    bases: {
      registered: { covered, uncovered: 1204 - covered },
      capable: { covered: covered - 12, uncovered: 1216 - covered },
    },
    registeredNotCapable: 12,
  });

const tests: EvidenceBody<'control-tests'>['tests'] = Object.fromEntries(
  controlTestIds.map((test, place) => {
    const outcome = (['met', 'not-met', 'not-evaluated'] as const)[place % 3];
    return [
      test,
      {
        outcome,
        reason: outcome === 'not-evaluated' ? 'roles-not-known' : null,
        count: outcome === 'not-evaluated' ? null : 1101 - place,
        of: outcome === 'not-evaluated' ? null : 1204,
        targetPermille: test === 'coverage' ? 950 : null,
        short: outcome === 'not-met' ? place : null,
        days: 7,
      },
    ];
  }),
);

/** Statuses of all controls of the library, of which one does not apply. */
function statuses(): EvidenceBody<'control-status'>['controls'] {
  return Object.fromEntries(
    library.flatMap(framework =>
      framework.controls.map(control => {
        const key = controlKey(framework, control);
        return [
          key,
          {
            status:
              key === 'mfa/MFA-03'
                ? ('disabled' as const)
                : statusOf(control.tests.map(test => tests[test])),
            tests: [...control.tests],
          },
        ];
      }),
    ),
  );
}

const items: EvidenceItem[] = [
  registration(1101),
  evidenceItem('user-inventory-summary', judged, {
    directory: 1312,
    states: {
      covered: 1101,
      uncovered: 103,
      unknown: 40,
      exempt: 6,
      'out-of-scope': 62,
    },
    reasons: [
      { state: 'covered', reason: 'registered', count: 1101 },
      { state: 'uncovered', reason: 'not-registered', count: 103 },
      { state: 'unknown', reason: 'no-row-yet', count: 40 },
      { state: 'exempt', reason: 'exception', count: 6 },
      { state: 'out-of-scope', reason: 'guest', count: 62 },
    ],
    leftOut: [{ scopeClass: 'guest', count: 62 }],
    catalogUsersNotInEntra: 3,
    peopleNotInCatalog: 18,
    rowsWithoutPerson: 0,
  }),
  evidenceItem('privileged-summary', judged, {
    people: 23,
    covered: 21,
    uncovered: 2,
    tiers: { none: 2, 'app-or-token': 15, 'phishing-resistant': 6 },
    noTier: 0,
  }),
  evidenceItem('strength-and-methods', judged, {
    tiers: { none: 103, phone: 301, 'app-or-token': 760, passwordless: 40 },
    noTier: 46,
    phoneOnly: 280,
    methods: [
      {
        method: 'microsoftAuthenticatorPush',
        tier: 'app-or-token',
        count: 800,
      },
      { method: 'mobilePhone', tier: 'phone', count: 512 },
    ],
  }),
  evidenceItem('policies', judged, {
    securityDefaults: false,
    policies: { total: 5, asking: 2, reportOnly: 1 },
  }),
  evidenceItem('sync-record', judged, { dataSets: { users: 12 } }),
  evidenceItem('control-tests', judged, { tests }),
  evidenceItem('control-status', judged, { controls: statuses() }),
];

const DAYS = 90;
const end = Date.parse('2026-11-30T08:00:00.000Z');
const dayOf = (place: number) =>
  new Date(end - (DAYS - 1 - place) * 86_400_000).toISOString().slice(0, 10);

/** A day of a tenant of some size: figures that rise with a gap, and controls of every status. */
export function evidenceDay(change: Partial<EvidenceDay> = {}): EvidenceDay {
  const settingsText = JSON.stringify(settings);
  const those = change.items ?? items;
  const statement: SnapshotStatement = {
    type: 'snapshot',
    version: 1,
    tenant: tenant.id,
    snapshot: 213,
    at: new Date(end).toISOString(),
    readAt: '2026-11-30T07:59:00.000Z',
    reportRefreshedAt: '2026-11-29T22:10:00.000Z',
    rulesVersion: judged.rulesVersion,
    settings: fingerprintOf(settingsText),
    dataSets: { users: { version: 12, readAt: '2026-11-30T07:59:00.000Z' } },
    items: Object.fromEntries(
      those.map(item => [item.type, fingerprintOf(item)]),
    ),
  };
  return {
    tenant,
    statement,
    items: those,
    origin: `portal.example.com/entra-mfa/${tenant.id}`,
    isSigned: true,
    judgedBy: {
      rulesVersion: judged.rulesVersion,
      fingerprint: statement.settings,
      settingsText,
    },
    isFromMethods: false,
    days: Array.from({ length: DAYS }, (_, place) => ({
      day: dayOf(place),
      body:
        place < 8 || (place > 40 && place < 46)
          ? null
          : registration(900 + Math.round((place * 201) / (DAYS - 1))).body,
    })) as EvidenceDay['days'],
    frameworks: library,
    stripDays: { from: dayOf(0), to: dayOf(DAYS - 1) },
    standingOf: control => ({
      status: statuses()[control].status as ControlStatus,
      disabledReason:
        control === 'mfa/MFA-03' ? 'A tenant for tests alone' : null,
      strip: stripOf(statuses()[control].status),
    }),
    ...change,
  };
}

/** A strip that comes to a status through all others. */
function stripOf(status: ControlDay): ControlDay[] {
  return Array.from({ length: DAYS }, (_, place): ControlDay => {
    if (place < 8) return 'no-data';
    if (place < 25) return 'not-met';
    if (place < 32) return 'not-evaluated';
    if (place > 40 && place < 46) return 'stale';
    return status;
  });
}
