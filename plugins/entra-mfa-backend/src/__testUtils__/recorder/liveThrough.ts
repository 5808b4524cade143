import type {
  Exception,
  ReviewDecidedMany,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { breakGlassIds, daysAgo, tenantId } from './contoso';
import { idOf } from './cast';
import type { Portal } from './Portal';
import { globalAdministrator } from '../../assess/roles/privilegedRoles';
import { objectId } from '../rows';

type Subject =
  | { kind: 'person'; id: string }
  | { kind: 'group'; ref: string }
  | { kind: 'rule'; pattern: string };

type Asker = 'lead' | 'decider' | 'security';

/** The ids of the exceptions, which the plugin draws by chance, by what this program calls them. */
export type ExceptionIds = Record<string, string>;

/** Exceptions that were asked for and decided in the life of the tenant. */
class ExceptionSteps {
  readonly ids: ExceptionIds = {};

  constructor(private readonly portal: Portal) {}

  async ask(
    name: string,
    by: Asker,
    subject: Subject,
    reason: string,
    until: Date,
  ): Promise<void> {
    const { id } = await this.portal.send<Exception>(by, '/exceptions', {
      subject,
      reason,
      until: until.toISOString().slice(0, 10),
    });
    this.ids[name] = id;
  }

  async decide(
    name: string,
    by: Asker,
    decision: 'approved' | 'refused',
    note: string,
  ): Promise<void> {
    const path = `/exceptions/${this.ids[name]}/decision`;
    await this.portal.send(by, path, { decision, note });
  }

  async end(name: string, note: string): Promise<void> {
    const path = `/exceptions/${this.ids[name]}/end`;
    await this.portal.send('security', path, { note });
  }
}

/** The first review: opened, decided for most of its list, and closed without the rest. */
async function firstReview(portal: Portal): Promise<void> {
  portal.now = daysAgo(79, '10:00');
  await portal.send('security', '/reviews', { title: 'Q3 2026' });
  portal.now = daysAgo(71, '10:00');
  const decide = (decision: string, filter: object) =>
    portal.send<ReviewDecidedMany>('security', '/reviews/1/decisions', {
      decision,
      filter,
      note: 'Looked at with their leads.',
    });
  await decide('register', { reason: ['no-method'], q: 'a' });
  const { review } = await decide('keep', { reason: ['privileged'] });
  portal.now = daysAgo(70, '10:00');
  await portal.send('security', '/reviews/1/close', {
    reason: 'Some are on long leave.',
    open: review.counts.open,
  });
}

/** The second review: open, with a few decisions of each kind. */
async function secondReview(portal: Portal): Promise<void> {
  portal.now = daysAgo(3, '10:00');
  await portal.send('security', '/reviews', { title: 'Q4 2026' });
  portal.now = daysAgo(2, '10:00');
  const made: [decision: string, ids: string[], note?: string][] = [
    ['register', [idOf('ravi.patel')], 'Wrote to him on Monday.'],
    ['no-account', [objectId(111), objectId(99)]],
    ['keep', [idOf('ada.berg'), idOf('carl.engel'), breakGlassIds[0]]],
  ];
  for (const [decision, ids, note] of made) {
    for (const id of ids) {
      await portal.send('security', `/reviews/2/items/${id}/decision`, {
        decision,
        ...(note && { note }),
      });
    }
  }
}

/** The third review: who holds a role, decided by their leads until a day. */
async function roleReview(portal: Portal): Promise<void> {
  await portal.send('security', '/reviews', {
    scope: { kind: 'role', id: globalAdministrator },
    reviewers: { kind: 'leads' },
    dueOn: daysAgo(-5).toISOString().slice(0, 10),
  });
}

/** A fall of the figure that was held, and that somebody released. */
async function fallOfTheFigure(portal: Portal): Promise<void> {
  await portal.readTenant(63, { fails: true });
  portal.now = daysAgo(62, '11:00');
  await portal.send('security', `/tenants/${tenantId}/release`, {
    reason: 'The keys of a supplier were withdrawn',
  });
  await portal.readTenant(62, { time: '12:00' });
}

/**
 * Three months of the recorded tenant: syncs week by week and then day by day, a fall that was held,
 * exceptions, three reviews and a drill. It ends with the sync at nine o'clock of the day of the recording.
 */
export async function liveThrough(portal: Portal): Promise<ExceptionIds> {
  const exceptions = new ExceptionSteps(portal);
  for (const day of [91, 84]) await portal.readTenant(day);
  await firstReview(portal);
  for (const day of [77, 70]) await portal.readTenant(day);
  await fallOfTheFigure(portal);
  for (const day of [56, 49, 42]) await portal.readTenant(day);

  portal.now = daysAgo(40, '10:00');
  const drill = `/break-glass/${tenantId}/${breakGlassIds[0]}/drills`;
  await portal.send('security', drill, {
    on: daysAgo(40).toISOString().slice(0, 10),
    note: 'Key from the safe in Oslo',
  });
  await portal.readTenant(35);

  portal.now = daysAgo(31, '10:00');
  const leave = { kind: 'rule', pattern: '^leave\\.' } as const;
  await exceptions.ask(
    'leave',
    'security',
    leave,
    'On parental leave until the end of the quarter, without a laptop.',
    daysAgo(-9),
  );
  portal.now = daysAgo(31, '10:05');
  const warehouse = { kind: 'group', ref: 'group:default/warehouse' } as const;
  await exceptions.ask(
    'warehouse',
    'security',
    warehouse,
    'Moves to new laptops in the spring.',
    daysAgo(-120),
  );
  portal.now = daysAgo(30, '10:00');
  await exceptions.decide(
    'leave',
    'decider',
    'approved',
    'Agreed with the lead; they register on their first day back.',
  );
  await exceptions.decide(
    'warehouse',
    'decider',
    'approved',
    'Until the move is over.',
  );
  await portal.readTenant(28);

  portal.now = daysAgo(26, '10:00');
  const payments = { kind: 'group', ref: 'group:default/payments' } as const;
  await exceptions.ask(
    'refused',
    'lead',
    payments,
    'The phones are late.',
    daysAgo(-30),
  );
  portal.now = daysAgo(25, '10:00');
  await exceptions.decide(
    'refused',
    'security',
    'refused',
    'The whole team has laptops: register instead.',
  );
  await portal.readTenant(21);
  portal.now = daysAgo(20, '10:00');
  const alan = { kind: 'person', id: idOf('alan.jansen') } as const;
  await exceptions.ask('ended', 'lead', alan, 'Travels.', daysAgo(-40));
  portal.now = daysAgo(19, '10:00');
  await exceptions.decide('ended', 'security', 'approved', 'Until he is back.');
  for (const day of [14, 7, 6]) await portal.readTenant(day);
  portal.now = daysAgo(5, '08:00');
  await exceptions.end('ended', 'He is back.');
  for (const day of [5, 4, 3]) await portal.readTenant(day);
  await secondReview(portal);
  await roleReview(portal);
  portal.now = daysAgo(2, '11:00');
  const barbara = { kind: 'person', id: idOf('barbara.haddad') } as const;
  await exceptions.ask(
    'asked',
    'lead',
    barbara,
    'Her new phone comes next week.',
    daysAgo(-60),
  );
  for (const day of [2, 1]) await portal.readTenant(day);
  portal.now = daysAgo(1, '10:00');
  const kiosks = { kind: 'rule', pattern: '^b.*@contoso\\.com$' } as const;
  await exceptions.ask(
    'mine',
    'decider',
    kiosks,
    'Contractors get their keys by post in January.',
    daysAgo(-45),
  );
  for (const time of ['08:00', '09:00']) await portal.readTenant(0, { time });
  return exceptions.ids;
}
