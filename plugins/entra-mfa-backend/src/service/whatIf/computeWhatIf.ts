import type { Knex } from 'knex';
import { askedUnknown } from '../../assess/policies/types';
import { assessPerson } from '../../assess/assessPerson';
import { createTeamRollUp } from '../../assess/rollUp';
import { toPersonFacts } from '../../assess/toPersonFacts';
import type {
  Assessment,
  ReportStatus,
  RuleSettings,
  StoredCounts,
} from '../../assess/types';
import {
  assumedFacts,
  assumedSettings,
  countsTheSame,
  neighboursOf,
  type Evaluation,
} from '../../assess/whatIf';
import { readFactsAt, type FactsAtRow } from '../../store/read/readFactsAt';
import { readAllTeamsOfPeople } from '../../store/read/readTeamsOfPeople';
import { loadMailboxes } from '../../evaluate/loadMailboxes';
import { loadRoles } from '../../evaluate/loadRoles';
import { loadScopeGroups, scopeGroupsIn } from '../../evaluate/loadScopeGroups';
import type { Found } from '../Snapshots';
import { asAssessed } from './asAssessed';
import { loadExceptionsAt } from './loadExceptionsAt';
import { TeamTally, type TeamCount } from './TeamTally';

const PEOPLE_AT_ONCE = 500;

/** What is computed. */
export interface Computation extends Evaluation {
  found: Found;
  /** Null for the whole tenant. */
  team: string | null;
  /** What the rules were given when the figure was made. */
  then: RuleSettings;
  /** What the report could say of everybody. */
  report: ReportStatus;
}

/** What comes of it. */
export interface Computed {
  counts: StoredCounts;
  /** The fewest people who make a difference to another answer; 0 where nobody makes any. */
  fewest: number;
  /** Each team that somebody of these people is in, whole where they are all of its people. */
  teams: ReadonlyMap<string, TeamCount>;
}

/**
 * Assesses everybody of a snapshot again, of the same records and by the same rules, under an assumption.
 * It holds a batch of people at a time and stores nothing. Whoever was erased since stays as they were
 * assessed: what was assessed of them is gone.
 *
 * @param onPerson - told of everybody else what they were and would be
 */
export async function computeWhatIf(
  knex: Knex,
  { found, team, settings, assumption, report, then }: Computation,
  signal: AbortSignal,
  onPerson: (row: FactsAtRow, assessment: Assessment) => void = () => {},
): Promise<Computed> {
  const { snapshot, view } = found;
  const dataSets = JSON.parse(snapshot.dataSets);
  const rules = assumedSettings(settings, assumption);
  const roles = await loadRoles(knex, view.tenantId, { dataSets });
  const mailboxes = await loadMailboxes(knex, view.tenantId, { dataSets });
  const exceptions = await loadExceptionsAt(knex, found);
  const groups = await loadScopeGroups(
    knex,
    view.tenantId,
    { dataSets },
    {
      scopeRules: [...(rules.scopeRules ?? []), ...(then.scopeRules ?? [])],
    },
    exceptions.entraGroups,
  );
  const rollUp = createTeamRollUp();
  const others = neighboursOf({ settings, assumption }, then).map(other => ({
    rules: assumedSettings(other.settings, other.assumption),
    assumption: other.assumption,
    people: 0,
  }));
  let fromStored = 0;
  const tally = new TeamTally(others.length + 1);
  const versions = {
    users: dataSets.users?.version,
    registrations: dataSets.registrations?.version,
  };
  const batches = readFactsAt(knex, { view, versions, team }, PEOPLE_AT_ONCE);
  for await (const batch of batches) {
    signal.throwIfAborted();
    const exceptionOf = await exceptions.of(batch);
    const ids = batch.map(({ object_id }) => object_id);
    const teamsOf = await readAllTeamsOfPeople(knex, view, ids);
    const scopeGroupsOf = await scopeGroupsIn(knex, groups, {
      from: ids[0],
      to: ids[ids.length - 1],
    });
    for (const row of batch) {
      const scopeGroups = scopeGroupsOf(row.object_id);
      const where = { direct: false, inCatalog: row.entity_ref !== null };
      const teams = teamsOf.get(row.object_id) ?? [];
      if (row.user.erased) {
        if (row.assessed) {
          const as = asAssessed(row.assessed);
          rollUp.add(as, where);
          tally.add(teams, as.state, []);
        }
        continue;
      }
      const facts = toPersonFacts(
        {
          objectId: row.object_id,
          user: row.user,
          registration: row.registration_body,
          noRowRuns: row.no_row_runs,
          enabledSince: row.enabled_since,
        },
        {
          report,
          reportRefreshedAt: snapshot.reportRefreshedAt,
          // The count is the one that the assessment ended with.
          isNewReport: false,
          roles: roles.of(row.object_id),
          asked: askedUnknown,
          failedAt: null,
          mailbox: mailboxes.get(row.object_id) ?? null,
          isAtRisk: row.assessed?.marks.includes('"at-risk"') ?? false,
          scopeGroups,
          exception: exceptionOf(row, scopeGroups),
        },
      );
      const assessment = assessPerson(
        assumedFacts(facts, assumption),
        rules,
        snapshot.at,
      );
      rollUp.add(assessment, where);
      onPerson(row, assessment);
      const isOtherThanStored =
        row.assessed !== null && row.assessed.state !== assessment.state;
      const changed = [isOtherThanStored];
      for (const other of others) {
        const otherwise = assessPerson(
          assumedFacts(facts, other.assumption),
          other.rules,
          snapshot.at,
        );
        const isOther = !countsTheSame(assessment, otherwise);
        other.people += isOther ? 1 : 0;
        changed.push(isOther);
      }
      fromStored += isOtherThanStored ? 1 : 0;
      tally.add(teams, assessment.state, changed);
    }
  }
  const diffRows = [fromStored, ...others.map(({ people }) => people)].filter(
    people => people > 0,
  );
  return {
    counts: JSON.parse(rollUp.line().counts),
    fewest: diffRows.length === 0 ? 0 : Math.min(...diffRows),
    teams: tally.teams,
  };
}
