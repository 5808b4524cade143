import { z } from 'zod';
import { personSorts, roleKinds, unmatchedKinds } from '../lists';
import { peoplePresetIds } from '../peoplePresets';
import { gapOutcomes, personGapKinds } from '../remediation';
import { tierFilters } from '../tiers';
import { changeKindSchema } from './changes';
import { dataSetSchema } from './dataSets';
import { erasureSchema } from './erasure';
import { enumOf } from './enumOf';
import { listOf } from './listOf';
import { exemptionSchema } from './exceptions';
import { attemptSchema } from './attempts';
import { deviceSchema } from './devices';
import { entraGroupRefSchema, groupOfPersonSchema } from './entraGroups';
import { lastSignInSchema } from './signIns';
import { allowedMethodsSchema } from './methodsPolicy';
import { askedSchema } from './policies';
import { personRiskSchema } from './risk';
import { personRolesSchema } from './roles';
import {
  atQuerySchema,
  booleanQuerySchema,
  countQuerySchema,
  entityRefSchema,
  instantSchema,
  markSchema,
  pageInfoSchema,
  pageQuerySchema,
  reasonSchema,
  scopeClassSchema,
  snapshotRefSchema,
  sortOrderSchema,
  stateSchema,
  tenantRefSchema,
  tierSchema,
  totalItemsSchema,
} from './shared';
import { fileParamsSchema } from './fileParams';
import { file, json } from './Route';

const count = z.number().int().nonnegative();

/** More than anybody's account is old, and no date that a database cannot hold. */
const ageDays = z.coerce.number().int().min(0).max(36_500).optional();

/** A person of the directory, as assessed. @public */
export const personSchema = z.object({
  tenant: z.string(),
  /** The Entra object id. */
  id: z.string(),
  displayName: z.string(),
  userPrincipalName: z.string(),
  /** The catalog's User entity; null for people whom the catalog does not know. */
  entityRef: entityRefSchema.nullable(),
  state: stateSchema,
  reason: reasonSchema,
  scopeClass: scopeClassSchema.nullable(),
  /** The name of the rule of the configuration that leaves the person out; null unless one does. */
  scopeRule: z.string().nullable(),
  registered: z.boolean().nullable(),
  capable: z.boolean().nullable(),
  tier: tierSchema.nullable(),
  methods: z.array(z.string()),
  marks: z.array(markSchema),
  /** The day on which Microsoft's SMS and voice end for who has only a phone; null for everybody else. */
  phoneEnds: z.iso.date().nullable(),
  /** Null while roles are not read: not known, never no. */
  privileged: z.boolean().nullable(),
  /** The teams whose member the person is, without their parents. */
  teams: z.array(z.object({ ref: entityRefSchema, title: z.string() })),
  /** Present where the person is exempt. */
  exception: exemptionSchema.optional(),
  /** When the person was first seen in this state without a break; a time of ours, not of theirs. */
  since: instantSchema,
  /** Present where the person was so when the directory was read first: since then, or for longer. */
  sinceFirstRead: z.literal(true).optional(),
  /** When the directory says that the account was made. */
  createdAt: instantSchema.nullable(),
  /** Whether the account can sign in; null where the directory does not say. */
  enabled: z.boolean().nullable(),
  /**
   * Since when that is so, as far as was seen: of an account that was enabled when it was seen first, when it
   * was made. Null of one that was disabled then.
   */
  enablementSince: instantSchema.nullable(),
  /** The leave date of the directory; null where there is none, or it may not be read. */
  leaveAt: instantSchema.nullable(),
});

/** The filters of `GET /v1/people`. Values of one filter are alternatives; filters narrow each other. @public */
export const peopleFilterSchema = atQuerySchema.extend({
  state: listOf(stateSchema),
  reason: listOf(reasonSchema),
  /** `no-row`: those of whom no report row is known. */
  tier: listOf(enumOf(tierFilters)),
  scopeClass: listOf(scopeClassSchema),
  /** Names of rules of the configuration that leave them out. */
  scopeRule: listOf(z.string().max(100)),
  mark: listOf(markSchema),
  method: z.string().max(100).optional(),
  privileged: booleanQuerySchema.optional(),
  /** Ids of roles that they hold or can activate, their own or through a group. */
  role: listOf(z.string().max(64)),
  /** With `role`: whether they hold it now, or can activate it. */
  roleKind: enumOf(roleKinds).optional(),
  inCatalog: booleanQuerySchema.optional(),
  /** The object id of a group of the tenant that they are in, or in a group inside it. Refused where these are not read. */
  group: z.guid().optional(),
  team: entityRefSchema.optional(),
  /** With `team`: whether people of its sub-teams are listed too. */
  subTeams: booleanQuerySchema.default(true),
  entityRef: entityRefSchema.optional(),
  /** The id of the exception by which they are exempt. */
  exception: z.string().max(64).optional(),
  /** Part of the name or user principal name, without regard to case and diacritics. */
  q: z.string().max(200).optional(),
  /**
   * How many whole days ago the account was made at least, as the directory says, counted from when the
   * snapshot that answers was published. Who is told without such a time is not found.
   */
  minAgeDays: ageDays,
  /** As `minAgeDays`, at most. */
  maxAgeDays: ageDays,
  /**
   * For how many whole days they have not signed in at least, or never have. Only of now, where sign-in activity is
   * read, and for who may see everybody; refused otherwise.
   */
  noSignInDays: ageDays,
  sort: enumOf(personSorts).default('privileged'),
  order: sortOrderSchema,
});

/** `GET /v1/people`. @public */
export const peopleQuerySchema = peopleFilterSchema
  .extend(pageQuerySchema.shape)
  .extend({
    count: countQuerySchema,
    /** Whether to count what the filters and presets beside this one would find. */
    facets: booleanQuerySchema.default(false),
  });

/** `GET /v1/people.{format}`: every row of the filter. @public */
export const peopleExportQuerySchema = peopleFilterSchema.extend({
  /** Names, ids and refs in place of pseudonyms; needs a permission of its own. */
  names: booleanQuerySchema.default(false),
});

const facetOf = <T extends z.ZodType>(value: T) =>
  z.array(z.object({ value, count }));

/**
 * Of each value of a filter, how many people the caller would find with it alone in its filter, all other
 * filters as they are. Every value is told, also where nobody is found.
 *
 * @public
 */
export const peopleFacetsSchema = z.object({
  state: facetOf(stateSchema),
  reason: facetOf(reasonSchema),
  tier: facetOf(enumOf(tierFilters)),
  scopeClass: facetOf(scopeClassSchema),
  /** Of the rules that leave somebody out, and those that are asked for. */
  scopeRule: facetOf(z.string()),
  mark: facetOf(markSchema),
  privileged: facetOf(z.boolean()),
});

/** The answer of `GET /v1/people`. @public */
export const peopleSchema = z.object({
  /** Null where none is configured. */
  tenant: tenantRefSchema.nullable(),
  snapshot: snapshotRefSchema.nullable(),
  items: z.array(personSchema),
  totalItems: totalItemsSchema,
  /**
   * How many people the filter counts, whether or not the caller may see them. Present as `totalItems` is; null
   * where that is no figure that the caller is shown anywhere.
   */
  counted: count.nullable().optional(),
  /** Present when asked for with `facets=true`, unless the caller may see nobody. */
  facets: peopleFacetsSchema.optional(),
  /**
   * How many people the caller would find with each of `peoplePresets`, in the team and by the text that are
   * asked for, without all other filters. Present as `facets` is; without those that cannot be answered.
   */
  presets: z.array(z.object({ id: enumOf(peoplePresetIds), count })).optional(),
  /** The team of the filter and who leads it; null where the catalog had none of that ref. */
  team: z
    .object({
      ref: entityRefSchema,
      title: z.string(),
      /** Users, or groups whose members lead it. */
      leads: z.array(entityRefSchema),
    })
    .nullable()
    .optional(),
  /** The group of the filter; null where it is none that is read. */
  group: entraGroupRefSchema.nullable().optional(),
  /** Whether the caller sees all people, those of some teams or rules, or nobody. */
  visibility: enumOf(['all', 'some', 'none']),
  pageInfo: pageInfoSchema,
});

/** One step of the assessment: a rule that was asked, what it found, and whether it decided. @public */
export const explanationStepSchema = z.object({
  rule: z.string(),
  /** The rule in words. */
  text: z.string(),
  outcome: enumOf(['passed', 'decided', 'not-asked']),
  /** The facts that the rule looked at, by field name. */
  facts: z.record(z.string(), z.unknown()),
});

/** A gap of a person: opened by one snapshot, and closed by another and by nothing else. @public */
export const personGapSchema = z.object({
  kind: enumOf(personGapKinds),
  opened: z.object({ snapshot: count, at: instantSchema }),
  /** Null while it is open. */
  closed: z
    .object({
      snapshot: count,
      at: instantSchema,
      outcome: enumOf(gapOutcomes),
    })
    .nullable(),
});

/**
 * `GET /v1/people/{tenant}/{id}/tenants`: the people of other tenants who are the same User of the catalog, as far as the
 * caller may see them.
 *
 * @public
 */
export const personTenantsSchema = z.object({
  /** In the order of the configuration. */
  items: z.array(
    z.object({
      tenant: tenantRefSchema,
      snapshot: snapshotRefSchema,
      /** Whether what is known there is too old to count. */
      stale: z.boolean(),
      person: personSchema,
    }),
  ),
});

/** `GET /v1/people/{tenant}/{id}`: why the person is counted as they are, and their history. @public */
export const personDetailSchema = z.object({
  snapshot: snapshotRefSchema,
  tenant: tenantRefSchema,
  person: personSchema,
  /** Present where the newest figures do not have the person any more. */
  left: z.literal(true).optional(),
  /** Present where the person was erased: name, principal name and methods are gone from this version. */
  erased: erasureSchema.optional(),
  /** The roles behind `privileged`. */
  roles: personRolesSchema,
  /** How the person is asked for MFA; null where no policy was read. */
  asked: askedSchema.nullable(),
  /** Which of their methods the methods policy allows; null where it was not read. */
  allowedMethods: allowedMethodsSchema.nullable(),
  /** What they tried with their methods, newest first; null where it was not read. */
  attempts: z.array(attemptSchema).nullable(),
  /** How they are at risk; null where nothing of it was read. */
  risk: personRiskSchema.nullable(),
  /** The devices that they own, the one used last first; null where devices were not read. */
  devices: z.array(deviceSchema).nullable(),
  /** The groups of the tenant that they are in, direct ones first; null where these were not read. */
  groups: z.array(groupOfPersonSchema).nullable(),
  /**
   * When they signed in last; null where it was not read, is not known of them yet, of a past date, and for who may not
   * see everybody.
   */
  lastSignIn: lastSignInSchema.nullable(),
  /** Empty where the code of the rules that assessed is another one than today's: see `assessedBy`. */
  explanation: z.array(explanationStepSchema),
  /**
   * The version of the code of the rules that assessed, and today's. Where they differ, everything is shown as
   * it was assessed then, and cannot be asked again.
   */
  assessedBy: z.object({ code: count, today: count }),
  /** The records behind it, as read from Microsoft Graph and the catalog. */
  records: z.array(
    z.object({
      dataSet: dataSetSchema,
      key: z.string(),
      /** The run that read this version, and when. */
      run: count,
      readAt: instantSchema,
      body: z.record(z.string(), z.unknown()),
    }),
  ),
  /** What was to be mended of the person, the newest first; of as long as the caller may see the person. */
  gaps: z.array(personGapSchema),
  /** When they were reminded and by which campaign, the newest first. */
  reminders: z.array(
    z.object({
      at: instantSchema,
      campaign: z.object({ id: z.string(), title: z.string() }),
    }),
  ),
  /** Newest first. */
  history: z.array(
    z.object({
      snapshot: count,
      from: instantSchema,
      to: instantSchema.nullable(),
      state: stateSchema,
      reason: reasonSchema,
      tier: tierSchema.nullable(),
      registered: z.boolean().nullable(),
      capable: z.boolean().nullable(),
      methods: z.array(z.string()),
      rulesVersion: z.string(),
      /** How the person was another one than before; null where nothing that is followed changed. */
      kind: changeKindSchema.nullable(),
    }),
  ),
});

/** The parameters of `GET /v1/unmatched`. @public */
export const unmatchedQuerySchema = atQuerySchema
  .extend(pageQuerySchema.shape)
  .extend({ kind: enumOf(unmatchedKinds) });
/** The answer of `GET /v1/unmatched`. @public */
export const unmatchedSchema = z.object({
  snapshot: snapshotRefSchema.nullable(),
  items: z.array(
    z.object({
      kind: enumOf(unmatchedKinds),
      /** An entity ref, or the object id of the row. */
      key: z.string(),
      label: z.string(),
    }),
  ),
  pageInfo: pageInfoSchema,
});

/** See `personSchema`. @public */
export type Person = z.infer<typeof personSchema>;
/** See `peopleFilterSchema`, as parsed. @public */
export type PeopleFilter = z.output<typeof peopleFilterSchema>;
/** See `peopleQuerySchema`: what a caller may send. @public */
export type PeopleQuery = Partial<z.output<typeof peopleQuerySchema>>;
/** See `peopleFacetsSchema`. @public */
export type PeopleFacets = z.infer<typeof peopleFacetsSchema>;
/** See `peopleSchema`. @public */
export type People = z.infer<typeof peopleSchema>;
/** See `explanationStepSchema`. @public */
export type ExplanationStep = z.infer<typeof explanationStepSchema>;
/** See `personDetailSchema`. @public */
export type PersonDetail = z.infer<typeof personDetailSchema>;
/** See `personTenantsSchema`. @public */
export type PersonTenants = z.infer<typeof personTenantsSchema>;
/** See `unmatchedSchema`. @public */
export type Unmatched = z.infer<typeof unmatchedSchema>;

export const getPeople = json('getPeople', {
  summary: 'People, filtered and sorted',
  query: peopleQuerySchema,
  response: peopleSchema,
});

export const exportPeople = file('exportPeople', {
  summary: 'Everybody of a filter as a file, under pseudonyms or with names',
  params: fileParamsSchema,
  query: peopleExportQuerySchema,
});

export const getPerson = json('getPerson', {
  summary: 'One person: why counted so, the rows behind it, history',
  query: atQuerySchema.pick({ at: true }),
  response: personDetailSchema,
});

export const getPersonTenants = json('getPersonTenants', {
  summary: 'The same User of the catalog in other tenants',
  query: atQuerySchema.pick({ at: true }),
  response: personTenantsSchema,
});

export const getUnmatched = json('getUnmatched', {
  summary: 'Catalog users not in Entra, and report rows without a person',
  query: unmatchedQuerySchema,
  response: unmatchedSchema,
});
