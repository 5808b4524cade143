import type { Knex } from 'knex';
import type { RuleSettings } from '../assess/types';
import { globalAdministrator } from '../assess/roles/privilegedRoles';
import { putException } from './exceptions';
import {
  deviceRow,
  objectId,
  ownedEntity,
  reportRow,
  userEntity,
  userRow,
} from './rows';
import { testRules, type TestSync } from './TestSync';
import { createTestTenant } from './testTenant';

/** Who is to be forgotten: person 20, who is told by all of these. */
export const zelda = objectId(20);
export const traces = /zelda|quill|zquill/i;

/** The list of accounts has an owner. */
const rules: RuleSettings = {
  ...testRules,
  listedPatterns: [
    { pattern: '^svc-', owner: 'Zelda Quill', reason: 'Services' },
    { pattern: '^adm\\.zelda\\.quill@', owner: 'it', reason: 'r' },
    { pattern: '^zelda\\.quill@other', owner: 'it', reason: 'r' },
  ],
  // It leaves somebody out, who keeps its name.
  scopeRules: [
    {
      name: 'As Zelda Quill said',
      filter:
        "displayName eq 'Zelda Quill' and mail eq null or startsWith(mail,'person3@')",
      group: null,
      owner: 'group:default/it',
      reason: 'Zelda Quill looks after it',
    },
  ],
};

const user = () =>
  userRow(20, {
    displayName: 'Zelda Quill',
    userPrincipalName: 'zelda.quill@contoso.com',
    mail: 'z.quill@contoso.com',
  });

const report = () =>
  reportRow(20, true, {
    userPrincipalName: 'Zelda.Quill@contoso.com',
    userDisplayName: 'Zelda Quill',
    methodsRegistered: ['windowsHelloForBusiness'],
  });

/** Microsoft has what they tried for weeks after they have left. */
const tried = () => ({
  id: 'zelda-tried',
  feature: 'registration',
  userPrincipalName: 'zelda.quill@contoso.com',
  userDisplayName: 'Zelda Quill',
  isSuccess: false,
  authMethod: 'mobileSMS',
  failureReason: 'Zelda Quill cancelled',
  eventDateTime: '2026-11-20T10:00:00Z',
});

/** And for how long they are at risk, too. */
const detected = () => ({
  id: 'zelda-detected',
  userId: zelda,
  riskEventType: 'generic',
  detectedDateTime: '2026-11-20T10:00:00Z',
});

const entity = (name: string, groups: string[] = []) =>
  userEntity(20, groups, {
    metadata: {
      name,
      namespace: 'default',
      title: 'Zelda Quill',
      annotations: { 'graph.microsoft.com/user-id': objectId(20) },
    },
    spec: { profile: { email: 'z.quill@contoso.com' } },
  });

/** Called after their owner, whom they outlive. */
const devices = (there: boolean) => [
  deviceRow(20, there ? [20] : [], { displayName: 'Zelda’s laptop' }),
  deviceRow(21, there ? [20, 1] : [1], { displayName: 'ZQUILL-SHARED' }),
  deviceRow(22, [], { displayName: 'iPad of Zelda Quill' }),
  deviceRow(23, [1], { displayName: 'Somebody’s' }),
];

/** A Group that says in each way who leads it. */
const led = (there: boolean) => ({
  kind: 'Group',
  metadata: {
    name: 'quality',
    namespace: 'default',
    annotations: {
      'entra-mfa/lead': there ? 'zquill, person1' : 'person1',
    },
  },
  spec: { profile: { lead: there ? 'Zelda Quill' : 'Somebody' } },
  relations: there
    ? [{ type: 'ownedBy', targetRef: 'user:default/zquill' }]
    : [],
});

type Pages = TestSync['source']['pages'];

/** Puts person 20 into a tenant, or takes them out: Microsoft's report keeps their row. */
export function setZelda(sync: TestSync, others: Pages, there: boolean): void {
  const add = (dataSet: keyof Pages, ...rows: unknown[]): unknown[][] => [
    ...(others[dataSet] ?? []),
    there ? rows : [],
  ];
  sync.source.pages = {
    ...others,
    users: add('users', user()),
    registrations: [...(others.registrations ?? []), [report()]],
    'registration-events': [[tried()]],
    'risky-users': [[{ id: zelda, riskState: 'atRisk' }]],
    'risk-detections': [[detected()]],
    devices: [devices(there)],
    'role-assignments': add('role-assignments', {
      id: 'r20',
      principalId: zelda,
      roleDefinitionId: globalAdministrator,
      directoryScopeId: '/',
    }),
    'catalog-users': add('catalog-users', entity('zquill'), entity('zelda')),
    'catalog-groups': [...(others['catalog-groups'] ?? []), [led(there)]],
    'catalog-memberships': add(
      'catalog-memberships',
      entity('zquill', ['checkout']),
      entity('zelda', ['field']),
    ),
    'catalog-ownership': add(
      'catalog-ownership',
      ownedEntity('solo', ['user:default/zquill']),
      ownedEntity('pair', ['group:default/checkout', 'user:default/zquill']),
    ),
  };
}

/**
 * A tenant that person 20 was in, did things in and was written about in. They have left since, with
 * their two User entities, and `others` is who stays.
 */
export async function createErasedTenant(knex: Knex) {
  const sync = await createTestTenant(knex);
  const others = { ...sync.source.pages };
  return { sync, others, past: await liveThrough(sync, others) };
}

/** Lets person 20 come and leave again; returns when they were there. */
export async function liveThrough(
  sync: TestSync,
  others: Pages,
): Promise<Date> {
  setZelda(sync, others, true);
  await sync.run({ rules });
  const past = new Date(sync.now);
  await writeAbout(sync);
  await sync.run({ rules });
  // The account goes first.
  sync.source.pages.users = others.users;
  await sync.run({ rules });
  setZelda(sync, others, false);
  await sync.run();
  return past;
}

/** What people wrote about person 20, and what person 20 did. */
async function writeAbout({ knex, now, tenantId }: TestSync): Promise<void> {
  const asked = { tenantId, until: '2026-12-31', requestedAt: now };
  const by = 'user:default/zquill';
  await putException(knex, {
    ...asked,
    id: 'about-them',
    subject: zelda,
    approvedAt: now,
  });
  await putException(knex, {
    ...asked,
    id: 'by-pattern',
    kind: 'rule',
    subject: '^zelda\\.quill@contoso\\.com$',
    requestedBy: by,
    approvedAt: now,
  });
  await knex('exception')
    .where({ tenant_id: tenantId, exception_id: 'about-them' })
    .update({
      reason: 'Zelda is ill',
      decision_note: 'Poor Zelda',
    });
  await knex('exception')
    .where({ tenant_id: tenantId, exception_id: 'by-pattern' })
    .update({
      reason: 'For Zelda Quill (z.quill@contoso.com)',
      decided_by: by,
    });
  const person = { tenant_id: tenantId, object_id: zelda };
  await knex('break_glass_drill').insert({
    ...person,
    drill_id: 'd1',
    held_on: '2026-11-20',
    note: 'Zelda did it',
    recorded_by: by,
    recorded_at: now,
  });
  await knex('reminder_campaign').insert({
    tenant_id: tenantId,
    campaign_id: 'c1',
    title: 'Campaign of Zelda Quill',
    text: 'Ask Zelda Quill for help',
    filter: '{}',
    first_day: '2026-11-20',
    every_days: 7,
    until: '2026-12-20',
    quiet_weekends: true,
    time_zone: 'UTC',
    state: 'stopped',
    created_by: by,
    created_at: now,
    changed_by: by,
    changed_at: now,
  });
  await knex('reminder_sent').insert({
    ...person,
    campaign_id: 'c1',
    day: '2026-11-20',
    sent_at: now,
  });
  await knex('hold').insert({
    tenant_id: tenantId,
    run: 1,
    since: now,
    found_at: now,
    snapshot: 1,
    from_covered: 1,
    from_uncovered: 0,
    to_covered: 0,
    to_uncovered: 1,
    released_by: by,
    released_at: now,
    reason: 'zelda.quill@contoso.com says so',
    closed_at: now,
  });
  await knex('review').insert({
    tenant_id: tenantId,
    review: 1,
    title: 'What Zelda Quill asked for',
    snapshot: 1,
    baseline_snapshot: 1,
    since: now,
    no_method_after_days: 14,
    roles_not_known: 0,
    opened_by: by,
    opened_at: now,
    last_step_at: now,
    closed_by: by,
    closed_at: now,
    close_reason: 'user:default/zquill is done',
    counts: '{}',
  });
  await knex('review_item').insert({
    ...person,
    review: 1,
    reasons: 1,
    keep_needs_note: false,
    privileged_rank: 0,
    sort_name: 'zelda quill',
    decisions: 1,
    decision: 'keep',
    note: 'Zelda stays',
    decided_by: by,
    decided_at: now,
  });
  await knex('review_assignment').insert([
    ...['', objectId(21)].map(object_id => ({
      ...{ tenant_id: tenantId, review: 1, object_id },
      ...{ reviewer_ref: by, assigned_at: now },
    })),
  ]);
  await knex('review_reminder').insert({
    ...{ tenant_id: tenantId, review: 1, reviewer_ref: by },
    ...{ day: '2026-11-21', sent_at: now },
  });
  await knex('review_handover').insert({
    ...{ tenant_id: tenantId, review: 1, step: 1, items: 1 },
    ...{ from_ref: by, to_ref: by, given_by: by, given_at: now },
  });
  await knex('review_schedule').insert({
    ...{ tenant_id: tenantId, schedule_id: 's', every: 'monthly' },
    title: 'For Zelda Quill',
    ...{ first_day: '2026-11-21', next_day: '2026-11-21', state: 'running' },
    ...{ created_by: by, created_at: now, changed_by: by, changed_at: now },
  });
  await knex('review_schedule_user').insert({
    ...{ tenant_id: tenantId, schedule_id: 's', reviewer_ref: by },
    named_at: now,
  });
  await knex('review_decision').insert({
    ...person,
    review: 1,
    step: 1,
    decision: 'keep',
    note: 'Zelda stays',
    decided_by: by,
    decided_at: now,
  });
}
