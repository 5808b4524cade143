import { z } from 'zod';
import { personGapKinds } from '../remediation';
import { reminderStates, reminderWaits } from '../reminders';
import { enumOf } from './enumOf';
import { peopleFilterSchema } from './people';
import { command, json } from './Route';
import {
  atQuerySchema,
  entityRefSchema,
  instantSchema,
  snapshotRefSchema,
  tenantRefSchema,
} from './shared';

const count = z.number().int().nonnegative();
const hour = z.number().int().min(0).max(23);

/**
 * Whom a campaign is for, as the list of people is filtered: of them, those who have a gap. Nothing that finds a single
 * person is among it.
 *
 * @public
 */
export const reminderFilterSchema = z.strictObject({
  ...peopleFilterSchema.pick({
    reason: true,
    tier: true,
    mark: true,
    method: true,
    privileged: true,
    role: true,
    roleKind: true,
    team: true,
    subTeams: true,
    minAgeDays: true,
    maxAgeDays: true,
  }).shape,
  /** Which one: they are asked to close it, and a snapshot that shows it closed ends that. */
  gap: enumOf(personGapKinds).default('uncovered'),
});

/** What a campaign says, to whom and how often. Days are dates and hours are hours in its time zone. @public */
export const reminderPlanSchema = z.object({
  title: z.string().trim().min(1).max(100),
  /** What people are told. */
  text: z.string().trim().min(1).max(1000),
  /** As an address of the list of people has it: see `reminderFilterSchema`. */
  filter: z.record(z.string().max(40), z.string().max(400)),
  firstDay: z.iso.date(),
  everyDays: z.number().int().min(1).max(90),
  /** The last day. */
  until: z.iso.date(),
  /** After how many reminders the leads of their teams are told; null for never. */
  leadAfter: z.number().int().min(1).max(99).nullable(),
  /** After how many reminders security is told; null for never. */
  securityAfter: z.number().int().min(1).max(99).nullable(),
  /** From which hour on nothing is sent; null where no hours are quiet. */
  quietFrom: hour.nullable(),
  quietTo: hour.nullable(),
  quietWeekends: z.boolean(),
  /** Of the IANA database: `Europe/Berlin`. */
  timeZone: z.string().max(64),
});

/** Of the people whom a campaign has reminded, how they are now. @public */
export const reminderCountsSchema = z.object({
  /** Each once. Adds up of the other three. */
  reminded: count,
  /** Whose gap a snapshot shows closed. */
  fixed: count,
  open: count,
  /** Exempt, not known, out of scope, or not in the directory any more. */
  other: count,
});

/** A campaign. @public */
export const reminderCampaignSchema = reminderPlanSchema.extend({
  id: z.string(),
  state: enumOf(reminderStates),
  /** Why it sends nothing now; null where it does, and where it does not run. */
  waits: enumOf(reminderWaits).nullable(),
  created: z.object({ by: entityRefSchema, at: instantSchema }),
  /** For the first time; null before. */
  startedAt: instantSchema.nullable(),
  /** Who made, started or stopped it last. */
  changed: z.object({ by: entityRefSchema, at: instantSchema }),
  /** Null where they are of so few people, or of a team so small, that they are for who may see names. */
  counts: reminderCountsSchema.nullable(),
});

/** The answer of `GET /v1/reminders`. @public */
export const reminderCampaignsSchema = z.object({
  tenant: tenantRefSchema.nullable(),
  snapshot: snapshotRefSchema.nullable(),
  /** Whether the caller may make, start and stop campaigns. */
  mayManage: z.boolean(),
  /** The newest first. */
  items: z.array(reminderCampaignSchema),
});

/** The answer of `GET /v1/reminders/{id}`. @public */
export const reminderProgressSchema = z.object({
  tenant: tenantRefSchema,
  snapshot: snapshotRefSchema,
  mayManage: z.boolean(),
  campaign: reminderCampaignSchema,
  /** Their own members, those with most open first; without teams that are too small for the caller. */
  teams: z.array(
    reminderCountsSchema.extend({ ref: entityRefSchema, title: z.string() }),
  ),
  hiddenTeams: count,
  /**
   * How many such gaps were fixed in each week, of the team of the filter or of the tenant; null before it was started,
   * and of privileged people of a team for who does not see everybody by name.
   */
  pace: z
    .object({
      weeks: z.array(
        z.object({ from: instantSchema, fixed: count, isSince: z.boolean() }),
      ),
      /** On average in a week; null where there is no whole week. */
      before: z.number().nonnegative().nullable(),
      since: z.number().nonnegative().nullable(),
    })
    .nullable(),
});

/** `GET /v1/reminder-preview`. @public */
export const reminderPreviewQuerySchema = atQuerySchema
  .pick({ tenant: true })
  .extend(reminderFilterSchema.shape);

/** The answer of `GET /v1/reminder-preview`: who would be reminded today. @public */
export const reminderPreviewSchema = z.object({
  snapshot: snapshotRefSchema.nullable(),
  /** How many would hear; null where they are so few that the caller, who may not see names, could tell who. */
  hear: count.nullable(),
  /** How many have no User entity, so that the portal cannot reach them; null as `hear`. */
  unreachable: count.nullable(),
  visibility: enumOf(['all', 'some', 'none']),
  /** The first of those who would hear and whom the caller may see. */
  people: z.array(
    z.object({
      id: z.string(),
      displayName: z.string(),
      entityRef: entityRefSchema,
    }),
  ),
});

/** See `reminderPlanSchema`. @public */
export type ReminderPlan = z.infer<typeof reminderPlanSchema>;
/** See `reminderFilterSchema`. @public */
export type ReminderFilter = z.output<typeof reminderFilterSchema>;
/** See `reminderCountsSchema`. @public */
export type ReminderCounts = z.infer<typeof reminderCountsSchema>;
/** See `reminderCampaignSchema`. @public */
export type ReminderCampaign = z.infer<typeof reminderCampaignSchema>;
/** See `reminderCampaignsSchema`. @public */
export type ReminderCampaigns = z.infer<typeof reminderCampaignsSchema>;
/** See `reminderProgressSchema`. @public */
export type ReminderProgress = z.infer<typeof reminderProgressSchema>;
/** See `reminderPreviewSchema`. @public */
export type ReminderPreview = z.infer<typeof reminderPreviewSchema>;

const tenantQuery = atQuerySchema.pick({ tenant: true });

export const getReminders = json('getReminders', {
  summary: 'Campaigns of reminders',
  query: tenantQuery,
  response: reminderCampaignsSchema,
});

export const getReminder = json('getReminder', {
  summary: 'One campaign, and how far it is',
  query: tenantQuery,
  response: reminderProgressSchema,
});

export const previewReminders = json('previewReminders', {
  summary: 'Who would be reminded today',
  query: reminderPreviewQuerySchema,
  response: reminderPreviewSchema,
});

export const createReminders = command('createReminders', {
  summary: 'Make a campaign, which sends nothing before it is started',
  body: reminderPlanSchema.extend({ tenant: z.string().optional() }),
  response: reminderCampaignSchema,
});

export const startReminders = command('startReminders', {
  summary: 'Start a campaign, or go on with one that was stopped',
  query: tenantQuery,
  response: reminderCampaignSchema,
});

export const stopReminders = command('stopReminders', {
  summary: 'Stop a campaign',
  query: tenantQuery,
  response: reminderCampaignSchema,
});
