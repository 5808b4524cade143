import { bases } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { z } from 'zod';
import { defaultLeads } from '../assess/leadsOf';
import { defaultDrillDays } from '../assess/types';
import { DEFAULT_TIER_ANNOTATION } from '../collectors/catalogOwnership';
import { defaultEventDays } from '../collectors/registrationEvents';
import { leadWords, mayNameLead } from '../collectors/leadCandidates';
import { complianceSchema } from './complianceSchema';
import {
  duration,
  entityRef,
  flag,
  guid,
  number,
  oneOf,
  openPicture,
  text,
  whole,
} from './fields';
import { isSafeAddress } from './isSafeAddress';
import { scopeRuleSchema } from './scopeRuleSchema';
import { connectSchema, tenantSchema } from './tenantSchema';

const SAFE_ADDRESS =
  'should be an address that begins with https://, or with http://localhost';

/** How many requests of the report API are sent in 10 seconds. */
export const REPORT_REQUESTS = 4;
/** A report that is well is up to 36 hours behind. */
const REPORT_STALE_AFTER_MS = 48 * 3_600_000;
/** Of days that are counted, no one needs more than ten years. */
const MOST_DAYS = 3650;
/** As the store has it, which removes nothing younger. */
const LEAST_AUDIT_DAYS = 365;
const SEVEN_YEARS = 2557;
/** As long as somebody who tried and failed has a mark. */
const LEAST_EVENT_DAYS = 30;
/** The first review of a tenant looks back as far, and the page never farther by itself. */
const LEAST_PEOPLE_DAYS = 90;
/** The read budget counts as many. */
const LEAST_RUNS_DAYS = 30;
const KEPT_DAYS = 400;
const NAMES_PER_MINUTE =
  'should be a whole number of people, from 200 (one page) to 1000000; 0 limits nothing';

/** Per cent with at most one decimal, per thousand: figures are compared as integers. */
function permille(should: string, least: number) {
  return number(should)
    .refine(
      percent =>
        percent * 10 >= least &&
        percent <= 100 &&
        Math.abs(percent * 10 - Math.round(percent * 10)) <= 1e-6,
      { error: should },
    )
    .transform(percent => Math.round(percent * 10));
}

/** Every value of a list once. Of a further one, says which it is. */
function once<Item extends z.ZodType>(
  item: Item,
  options: { at?: string; says?: string } = {},
) {
  const { at, says = 'is listed twice' } = options;
  const keyOf = (value: unknown) =>
    at === undefined ? value : (value as Record<string, unknown>)[at];
  return z.array(item).superRefine((items, context) => {
    const seen = new Set<unknown>();
    for (const [index, value] of items.entries()) {
      if (seen.has(keyOf(value))) {
        const path = at === undefined ? [index] : [index, at];
        context.addIssue({ code: 'custom', path, message: says });
      }
      seen.add(keyOf(value));
    }
  });
}

const owned = {
  owner: text().trim().min(1, 'should say who answers for leaving it out'),
  reason: text().trim().min(1, 'should say why it is left out'),
};

const pattern = text().superRefine((expression, context) => {
  try {
    RegExp(expression, 'i');
  } catch (error) {
    context.addIssue(`should be a regular expression: ${error}`);
  }
});

const leadNames = (fallback: readonly string[]) =>
  z
    .array(
      text().refine(mayNameLead, {
        error: `should be a name that ends with ${leadWords}: others are not read`,
      }),
    )
    .default([...fallback])
    .transform(names => [...new Set(names)].sort());

const teamSource = text().regex(
  /^[\w-]+:./,
  'should be a location as entities have it in backstage.io/managed-by-origin-location, such as msgraph:default or url:https://github.com/contoso/org',
);

/** `entraMfa` of the portal's configuration, but for its schedule. What is left out has its default here. */
export const configSchema = z.object({
  tenants: once(tenantSchema, {
    at: 'tenantId',
    says: 'is configured twice: each tenant goes once',
  }).default([]),
  connect: connectSchema.nullable().default(null),
  staleAfter: duration.optional(),
  reportStaleAfter: duration.default(REPORT_STALE_AFTER_MS),
  basis: oneOf(bases).default('registered'),
  target: permille(
    'should be per cent, above 0 and up to 100, with at most one decimal',
    1,
  ).default(950),
  /** Only a whole day in the calendar; a date that YAML takes for more than a text is refused too. */
  targetDate: z.iso
    .date({ error: 'should be a day, such as "2026-12-31"' })
    .nullable()
    .default(null),
  breakGlassIds: z
    .array(guid('the object id of a break-glass account'))
    .default([]),
  breakGlass: z
    .object({
      drillOverdueAfterDays: whole(
        `should be a whole number of days, 1 to ${MOST_DAYS}`,
        1,
        MOST_DAYS,
      ).default(defaultDrillDays),
    })
    .prefault({}),
  privilegedRoles: once(guid('the id of a role definition')).default([]),
  scope: z
    .object({
      countGuests: flag.default(false),
      userTypeNull: oneOf(['unknown', 'member']).default('unknown'),
      listed: once(
        z.object({ objectId: guid('the object id of an account'), ...owned }),
        { at: 'objectId' },
      ).default([]),
      listedPatterns: z.array(z.object({ pattern, ...owned })).default([]),
      rules: once(scopeRuleSchema, { at: 'name' }).default([]),
    })
    .prefault({}),
  leads: z
    .object({
      relations: leadNames(defaultLeads.relations),
      annotations: leadNames(defaultLeads.annotations),
      profile: leadNames(defaultLeads.profile),
    })
    .prefault({}),
  teams: z
    .object({
      sources: z
        .array(teamSource)
        .min(1, 'should name one source at least: without any there is no team')
        .transform(sources => [...new Set(sources)].sort())
        .optional(),
    })
    .prefault({}),
  hold: z
    .object({
      people: whole('should be a whole number of people, from 1', 1).default(
        10,
      ),
      points: permille(
        'should be points of coverage, from 0 (off) to 100, with at most one decimal',
        0,
      ).default(50),
    })
    .prefault({}),
  pace: z
    .object({
      reportRequestsPer10Seconds: whole(
        'should be 1 to 5; Microsoft allows 5',
        1,
        5,
      ).default(REPORT_REQUESTS),
    })
    .prefault({}),
  notify: z
    .object({
      leads: flag.default(true),
      security: z.array(entityRef).default([]),
      approvers: z.array(entityRef).optional(),
      pagePath: text()
        .regex(
          /^\/[^\s?#]*[^/\s?#]$/,
          'should be the path of the page in the portal, such as /entra-mfa',
        )
        .default('/entra-mfa'),
      monthlyReportOn: whole(
        'should be a day that every month has, from 1 to 28',
        1,
        28,
      ).optional(),
    })
    .prefault({}),
  exceptions: z
    .object({
      maximumDays: days(1).default(180),
      remindDaysBefore: days(0).default(14),
    })
    .prefault({}),
  fourEyes: z
    .object({ unidentifiedMayDecide: flag.default(false) })
    .prefault({}),
  reviews: z.object({ noMethodAfterDays: days(0).default(14) }).prefault({}),
  compliance: complianceSchema,
  services: z
    .object({
      tierAnnotation: text()
        .trim()
        .regex(
          /^[A-Za-z0-9]([\w./-]*[A-Za-z0-9])?$/,
          'should be the name of an annotation or label, such as example.com/tier',
        )
        .default(DEFAULT_TIER_ANNOTATION),
    })
    .prefault({}),
  smallTeams: z
    .object({
      hideBelow: whole(
        'should be a whole number of people, up to 1000; 0 hides nothing',
        0,
        1000,
      ).default(5),
    })
    .prefault({}),
  names: z
    .object({
      perMinute: whole(NAMES_PER_MINUTE, 0, 1_000_000)
        .refine(people => people === 0 || people >= 200, {
          error: NAMES_PER_MINUTE,
        })
        .default(5_000),
    })
    .prefault({}),
  signInActivity: flag.default(false),
  mailboxPurpose: flag.default(false),
  perUserMethods: flag.default(false),
  entraGroups: z
    .object({
      read: flag.default(false),
      prefixes: once(
        text().trim().min(1, 'should be how names of groups begin'),
      ).default([]),
    })
    .prefault({}),
  retention: z
    .object({
      auditDays: whole(
        `should be a whole number of days, from ${LEAST_AUDIT_DAYS} to ${MOST_DAYS}`,
        LEAST_AUDIT_DAYS,
        MOST_DAYS,
      ).default(SEVEN_YEARS),
      eventDays: whole(
        `should be a whole number of days, from ${LEAST_EVENT_DAYS} to ${MOST_DAYS}`,
        LEAST_EVENT_DAYS,
        MOST_DAYS,
      ).default(defaultEventDays),
      peopleDays: whole(
        `should be a whole number of days, from ${LEAST_PEOPLE_DAYS} to ${MOST_DAYS}`,
        LEAST_PEOPLE_DAYS,
        MOST_DAYS,
      ).default(KEPT_DAYS),
      runsDays: whole(
        `should be a whole number of days, from ${LEAST_RUNS_DAYS} to ${MOST_DAYS}`,
        LEAST_RUNS_DAYS,
        MOST_DAYS,
      ).default(KEPT_DAYS),
    })
    .prefault({}),
  evidence: z
    .object({
      keyFile: text().nullable().default(null),
      name: text()
        .regex(
          /^[^\s+/]+$/,
          'should be a name without a blank, + or /, such as portal.example.com',
        )
        .optional(),
      timestampAuthority: z
        .object({
          url: text().refine(isSafeAddress, SAFE_ADDRESS),
        })
        .optional(),
      checkpoints: z
        .object({
          directory: text().nullable().default(null),
          url: text()
            .refine(isSafeAddress, SAFE_ADDRESS)
            .nullable()
            .default(null),
          recipients: z.array(entityRef).default([]),
        })
        .prefault({}),
    })
    .prefault({}),
  sinks: z
    .record(
      text(),
      z.object({
        tenantId: guid('the tenant whose people are pushed'),
      }),
    )
    .default({}),
  exports: z
    .object({ pseudonymKeyFile: text().nullable().default(null) })
    .prefault({}),
  exposure: oneOf(['off', 'groups', 'all']).default('groups'),
  pictures: z.array(openPicture).default([]),
});

function days(least: number) {
  return whole(
    `should be a whole number of days, from ${least} to ${MOST_DAYS}`,
    least,
    MOST_DAYS,
  );
}
