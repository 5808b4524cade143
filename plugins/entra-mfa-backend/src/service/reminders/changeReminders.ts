import { randomUUID } from 'node:crypto';
import { ConflictError, InputError } from '@backstage/errors';
import type { ReminderCampaign } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { reminderFilterSchema } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { IANAZone } from 'luxon';
import { daysAfter } from '../../assess/exceptions/days';
import { dayIn, reminderStateAt } from '../../assess/reminders/reminderDay';
import { timesOf } from '../../reminders/toCampaign';
import { insertCampaign, stepCampaign } from '../../store/reminders/campaigns';
import { countReminded } from '../../store/reminders/countReminded';
import { readGround } from '../../store/reminders/readGround';
import { hiddenFrom } from '../smallTeams/hiddenFrom';
import type { BodyOf, PeopleAccess, ReadContext } from '../types';
import { requireCampaign } from './getReminder';
import { withCounts } from './getReminders';

/** A campaign is of so many days at the most: then somebody looks again. */
const LONGEST_DAYS = 366;

/** Makes a campaign. It sends nothing before it is started. */
export async function createReminders(
  context: ReadContext,
  { tenant, ...plan }: BodyOf<'createReminders'>,
  by: string,
): Promise<ReminderCampaign> {
  const { knex, clock, snapshots } = context;
  const tenantId = await snapshots.tenantToActOn(tenant);
  if (tenantId === null) {
    throw new InputError('No tenant is configured');
  }
  const now = clock.now();
  refuseWrong(plan, now);
  const campaignId = randomUUID();
  await insertCampaign(knex, {
    tenant_id: tenantId,
    campaign_id: campaignId,
    title: plan.title,
    text: plan.text,
    filter: JSON.stringify(plan.filter),
    first_day: plan.firstDay,
    every_days: plan.everyDays,
    until: plan.until,
    lead_after: plan.leadAfter,
    security_after: plan.securityAfter,
    quiet_from: plan.quietFrom,
    quiet_to: plan.quietTo,
    quiet_weekends: plan.quietWeekends,
    time_zone: plan.timeZone,
    state: 'draft',
    created_by: by,
    created_at: now,
    started_at: null,
    changed_by: by,
    changed_at: now,
  });
  return tellCampaign(context, tenantId, campaignId);
}

/** Starts a campaign, or goes on with one that was stopped. */
export async function startReminders(
  context: ReadContext,
  of: { id: string; tenant?: string },
  by: string,
): Promise<ReminderCampaign> {
  return step(context, of, by, 'running');
}

/** Stops a campaign. */
export async function stopReminders(
  context: ReadContext,
  of: { id: string; tenant?: string },
  by: string,
): Promise<ReminderCampaign> {
  return step(context, of, by, 'stopped');
}

const from = {
  running: {
    states: ['draft', 'stopped'],
    refusal: 'Only a campaign that is not started, or stopped, can be started',
  },
  stopped: {
    states: ['running'],
    refusal: 'Only a campaign that runs can be stopped',
  },
};

async function step(
  context: ReadContext,
  { id, tenant }: { id: string; tenant?: string },
  by: string,
  state: 'running' | 'stopped',
): Promise<ReminderCampaign> {
  const { knex, clock, snapshots } = context;
  const tenantId = await snapshots.tenantToActOn(tenant);
  const row = await requireCampaign(context, tenantId ?? '', id);
  const now = clock.now();
  const isPast = dayIn(row.time_zone, now) > row.until;
  if (
    isPast ||
    !from[state].states.includes(reminderStateAt(timesOf(row), now)) ||
    !(await stepCampaign(knex, row, { state, by, at: now }))
  ) {
    throw new ConflictError(
      isPast
        ? 'The last day of this campaign has passed: make another one'
        : `${from[state].refusal}: look at how it stands now`,
    );
  }
  return tellCampaign(context, row.tenant_id, id);
}

async function tellCampaign(
  context: ReadContext,
  tenantId: string,
  id: string,
): Promise<ReminderCampaign> {
  const { knex } = context;
  const row = await requireCampaign(context, tenantId, id);
  const { snapshot, ...ground } = await readGround(knex, tenantId);
  const view = snapshot && {
    tenantId,
    snapshot: snapshot.number,
    newest: false,
  };
  const access: PeopleAccess = { kind: 'none' };
  return withCounts(
    context,
    row,
    ground,
    view ? await countReminded(knex, view) : [],
    {
      access,
      hidden: view
        ? (await hiddenFrom(context, view, access)).teams
        : new Set(),
    },
  );
}

function refuseWrong(
  {
    filter,
    firstDay,
    until,
    quietFrom,
    quietTo,
    timeZone,
  }: Omit<BodyOf<'createReminders'>, 'tenant'>,
  now: Date,
): void {
  const { success, error } = reminderFilterSchema.safeParse(filter);
  if (!success) {
    const [{ path, message }] = error.issues;
    throw new InputError(
      `Parameter 'filter' must be one of the list of people, without what finds a single person: ${[
        ...path,
        message,
      ].join(': ')}`,
    );
  }
  if (!IANAZone.isValidZone(timeZone)) {
    throw new InputError(
      "Parameter 'timeZone' must be a time zone of the IANA database, such as Europe/Berlin",
    );
  }
  if (until < firstDay || until < dayIn(timeZone, now)) {
    throw new InputError(
      "Parameter 'until' must be neither before the first day nor in the past",
    );
  }
  if (until > daysAfter(firstDay, LONGEST_DAYS)) {
    throw new InputError(
      `Parameter 'until' must be within ${LONGEST_DAYS} days of the first day`,
    );
  }
  if ((quietFrom === null) !== (quietTo === null)) {
    throw new InputError(
      "Parameters 'quietFrom' and 'quietTo' belong together: give both, or neither",
    );
  }
}
