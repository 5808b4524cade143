import { evidenceItem } from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import { collectors } from '../collectors';
import { findingsOf } from '../assess/findingsOf';
import { rulesVersion } from '../assess/rulesVersion';
import { groupsToKnow } from '../assess/scope/groupsToKnow';
import { addedRoles } from '../assess/roles/isPrivileged';
import type { FallLimits } from '../assess/suddenFall';
import type { TenantCounts } from '../assess/TenantCounts';
import type { CoverageLine, RuleSettings } from '../assess/types';
import type { SnapshotView } from '../store/asOf/types';
import { toDateOrNull } from '../store/sql/instant';
import { analyze } from '../store/sql/analyze';
import { toBoolean } from '../store/sql/toBoolean';
import type { Keys } from '../packed/Keys';
import type { Findings } from '../store/evidence/appendEvidence';
import { publishSnapshot } from '../store/evaluate/publishSnapshot';
import {
  readDataSetVersions,
  type DataSetVersions,
} from '../store/run/readDataSetVersions';
import type { FigureChange } from '../assess/FigureChange';
import type { AssessContext } from './AssessContext';
import { assessEntraGroups } from './assessEntraGroups';
import { assessLeads } from './assessLeads';
import { assessPeople } from './assessPeople';
import { assessTeams } from './assessTeams';
import { assessUnmatched } from './assessUnmatched';
import { noChanges } from './Changes';
import { assessOwners } from './owners/assessOwners';
import { hasOwnershipChanged } from './owners/hasOwnershipChanged';
import { loadOwners } from './owners/loadOwners';
import { holdSuddenFall } from './holdSuddenFall';
import { loadAtRisk } from './loadAtRisk';
import { loadCatalog } from './loadCatalog';
import { loadExceptions } from './loadExceptions';
import { loadMailboxes } from './loadMailboxes';
import { askingOf, loadPolicies } from './loadPolicies';
import { loadRoles } from './loadRoles';
import { loadScopeGroups } from './loadScopeGroups';
import { needsAssessment } from './needsAssessment';
import type { ReadResult } from '../collect/readAll';
import type { ReassessAt } from './ReassessAt';
import { readFeatureSummary } from '../collect/readFeatureSummary';
import { readOrganization } from '../store/run/readOrganization';
import { isNewReport, reportStatus, rolesStatus } from './reportStatus';
import { rulesChangeOf } from './RulesChange';
import type { RunContext } from '../collect/RunContext';
import { snapshotTime } from './snapshotTime';
import { tellMissingGroups } from './tellMissingGroups';
import { withoutRefused } from '../collect/withoutRefused';

/** Rows of people after which the database's statistics are out of date. */
const MUCH_WRITTEN = 1_000;

/** What else is written in the transaction that publishes a snapshot, at its end, and what goes on record of it. */
export type PublishAlso = (
  trx: Knex.Transaction,
  published: {
    view: SnapshotView;
    at: Date;
    stand: DataSetVersions;
    rules: RuleSettings;
    missing: ReadResult['missing'];
    rulesVersion: string;
  },
) => Promise<Findings>;

/** What a run has published. */
export interface AssessedSnapshot {
  number: number;
  /** The time of the assessment. */
  at: Date;
  /** The newest step that it has assessed. */
  assessedStep: number;
  /** Whether it assessed an exception for a group that was not among those that the run had read. */
  waitsForGroup: boolean;
  run: number;
  /** People whose state or entity is another one now, also those who came or left. */
  objectIds: Keys;
  /** Groups whose counts are others now. */
  groupRefs: string[];
  /** In words, for the log; names nobody. */
  summary: string;
}

const ofEverybody = collectors
  .filter(collector => collector.ofEverybody)
  .map(({ id }) => id);

/**
 * Assesses what is published and makes it the next snapshot. Where nothing can have changed, the
 * snapshot only says that it was read again. Throws `FigureHeldError` instead of publishing a sudden
 * fall.
 *
 * @param limits - from where on a fall is held; without them none is
 * @param also - what else is published with it
 */
export async function assessTenant(
  run: RunContext,
  read: ReadResult,
  limits?: FallLimits,
  also?: PublishAlso,
): Promise<AssessedSnapshot> {
  const { knex, claim, clock, rules } = run;
  const { tenantId, lastSnapshot } = claim;
  const at = clock.now();
  const organization = await readOrganization(run);
  const stand = withoutRefused(
    await readDataSetVersions(knex, tenantId, lastSnapshot, ofEverybody),
    read,
    organization,
    { readRun: claim.run, readAt: at.toISOString() },
  );
  const version = rulesVersion(rules);
  const settings = JSON.stringify(rules);
  const roles = await loadRoles(knex, tenantId, stand);
  const scopeGroups = await loadScopeGroups(
    knex,
    tenantId,
    stand,
    rules,
    run.exceptionGroups,
  );
  await tellMissingGroups(run, scopeGroups);
  const context: AssessContext = {
    ...run,
    rulesChange: rulesChangeOf(stand, version),
    at,
    number: claim.lastSnapshot + 1,
    report: reportStatus(stand, read),
    roles,
    rolesStatus: rolesStatus(stand, read, roles),
    policies: await loadPolicies(knex, tenantId, stand),
    eventsVersion: stand.dataSets['registration-events']?.version ?? null,
    atRisk: await loadAtRisk(knex, tenantId, stand),
    mailboxes: await loadMailboxes(knex, tenantId, stand),
    scopeGroups,
    microsoft: await readFeatureSummary(knex, tenantId, stand),
    reportRefreshedAt: stand.reportRefreshedAt,
    isNewReport: isNewReport(stand),
    leaveDates: stand.dataSets['leave-dates'] !== undefined,
    changes: noChanges(),
  };
  const reassess = needsAssessment(stand, { version, settings }, at)
    ? await assessEverybody(context, stand, async change => {
        if (limits && stand.lastSnapshot) {
          await holdSuddenFall(run, limits, change);
        }
      })
    : {
        line: null,
        at: stand.lastSnapshot?.reassess_at ?? null,
        waitsForGroup: false,
        waitsForReport:
          toBoolean(stand.lastSnapshot?.waits_for_report ?? null) ?? true,
      };

  await assessEntraGroups(context, stand);

  const { number, changes } = context;
  if (changes.people > MUCH_WRITTEN) {
    // Before the snapshot is asked about: a tenant that PostgreSQL has not seen yet is taken for a handful of people.
    await analyze(knex);
  }
  const of = { tenant: tenantId, rulesVersion: version };
  const publishedAt = snapshotTime(
    at,
    toDateOrNull(stand.lastSnapshot?.at ?? null),
  );
  await publishSnapshot(
    knex,
    claim,
    {
      snapshot: number,
      at: publishedAt,
      read_at: stand.readAt,
      report_refreshed_at: stand.reportRefreshedAt,
      rules_version: version,
      settings,
      data_sets: JSON.stringify(stand.dataSets),
      reassess_at: reassess.at,
      waits_for_report: reassess.waitsForReport,
      judged_step: stand.step,
      fresh_until: null,
    },
    changes.replaced,
    {
      displayName: organization?.displayName ?? null,
      now: clock.now(),
      // What everybody was assessed for before holds on where nobody was now.
      findings: {
        ...(reassess.line && findingsOf(reassess.line, rules, of)),
        'sync-record': evidenceItem('sync-record', of, {
          dataSets: versionsOf(stand),
        }),
      },
      also: async trx =>
        also?.(trx, {
          view: { tenantId, snapshot: number, newest: true },
          at: publishedAt,
          stand,
          rules,
          missing: read.missing,
          rulesVersion: version,
        }) ?? {},
    },
  );
  const { objectIds, groupRefs, people } = changes;
  const summary = `${people} people and ${groupRefs.length} teams are not as they were`;
  const assessedStep = stand.step;
  return {
    number,
    at,
    assessedStep,
    waitsForGroup: reassess.waitsForGroup,
    run: claim.run,
    objectIds,
    groupRefs,
    summary,
  };
}

function versionsOf({ dataSets }: DataSetVersions): Record<string, number> {
  return Object.fromEntries(
    Object.entries(dataSets).flatMap(([id, set]) =>
      set ? [[id, set.version]] : [],
    ),
  );
}

/** Says with the run that a rule leaves out people who hold a privileged role: it is allowed, and must be meant. */
function tellPrivilegedLeftOut(
  { logger }: AssessContext,
  { counts }: CoverageLine,
): void {
  const { scopeRules = [] }: TenantCounts = JSON.parse(counts);
  for (const { name, privileged } of scopeRules) {
    if (privileged > 0) {
      logger.warn(
        `The scope rule ${name} leaves out people who hold a privileged role or can activate one: ${privileged}`,
      );
    }
  }
}

async function assessEverybody(
  context: AssessContext,
  stand: DataSetVersions,
  check: (change: FigureChange) => Promise<void>,
): Promise<
  Pick<ReassessAt, 'at' | 'waitsForReport'> & {
    line: CoverageLine;
    waitsForGroup: boolean;
  }
> {
  const { knex, claim } = context;
  const { forest, people, leads } = await loadCatalog(
    knex,
    claim.tenantId,
    context.rules,
  );
  const exceptions = await loadExceptions(
    knex,
    claim.tenantId,
    {
      at: context.at,
      step: stand.step,
      assessedStep: stand.lastSnapshot?.judged_step ?? null,
    },
    forest,
  );
  const owners = await loadOwners(context, forest, hasOwnershipChanged(stand));
  const result = await assessPeople(
    context,
    forest,
    people,
    exceptions,
    owners,
  );
  const unmatched = await assessUnmatched(context, {
    'catalog-user': [...people.unmatched()],
    'report-row': result.rowsWithoutPerson,
  });

  const lines = new Map(
    forest.teams.map((team, i) => [team.ref, result.teams[i].line()]),
  );
  const tenant = result.tenant.line({
    ...unmatched,
    roles: context.rolesStatus,
    privilegedRolesAdded: addedRoles(context.rules).length,
    microsoft: context.microsoft,
    asking: askingOf(context.policies),
    scopeRules: context.rules.scopeRules?.map(({ name, group }) => ({
      name,
      groupKnown: group === null || context.scopeGroups.known.includes(group),
    })),
  });
  await check(result.change);
  tellPrivilegedLeftOut(context, tenant);
  lines.set('', tenant);
  await assessTeams(context, forest, lines);
  await assessOwners(context, owners);
  await assessLeads(context, leads);
  const { at, waitsForReport } = result.reassess;
  const read = groupsToKnow(context.rules, context.exceptionGroups);
  const waitsForGroup = exceptions.inForce.entraGroups.some(
    group => !read.includes(group),
  );
  return {
    // As soon as they are read.
    at: waitsForGroup ? context.at : at,
    waitsForReport,
    waitsForGroup,
    line: tenant,
  };
}
