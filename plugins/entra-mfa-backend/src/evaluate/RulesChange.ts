import { codeOfVersion } from '../assess/rulesVersion';
import type { Assessment, RuleSettings } from '../assess/types';
import type { PeopleFactsRow } from '../store/evaluate/readPeopleFacts';
import type { DataSetVersions } from '../store/run/readDataSetVersions';
import type { SnapshotDataSet } from '../store/sql/tables';
import { isNewReport } from './reportStatus';

/**
 * How the rules are others than those of the snapshot before. What they were given can be given again;
 * what their code was cannot be asked any more.
 */
export type RulesChange =
  | { of: 'settings'; before: RuleSettings }
  | { of: 'code'; versions: Versions };

/** What the snapshot before assessed. */
interface Versions {
  users: number;
  registrations: number;
  isNewReport: boolean;
  sameRoles: boolean;
  sameScopeGroups: boolean;
  sameMailboxes: boolean;
}

const roleDataSets = [
  'role-assignments',
  'role-eligibility',
  'role-group-members',
  'role-group-eligibility',
] as const;

/** Null where the rules are the same, and before the first snapshot. */
export function rulesChangeOf(
  stand: DataSetVersions,
  version: string,
): RulesChange | null {
  const { lastSnapshot } = stand;
  if (!lastSnapshot || lastSnapshot.rules_version === version) {
    return null;
  }
  if (codeOfVersion(lastSnapshot.rules_version) === codeOfVersion(version)) {
    return { of: 'settings', before: JSON.parse(lastSnapshot.settings) };
  }
  const assessed: Record<string, SnapshotDataSet | undefined> = JSON.parse(
    lastSnapshot.data_sets,
  );
  return {
    of: 'code',
    versions: {
      users: assessed.users?.version ?? 0,
      registrations: assessed.registrations?.version ?? 0,
      isNewReport: isNewReport(stand),
      sameRoles: roleDataSets.every(
        id => assessed[id]?.version === stand.dataSets[id]?.version,
      ),
      sameScopeGroups:
        assessed['scope-group-members']?.version ===
        stand.dataSets['scope-group-members']?.version,
      sameMailboxes:
        assessed['mailbox-purpose']?.version ===
        stand.dataSets['mailbox-purpose']?.version,
    },
  };
}

/**
 * Whether all that decides a person's state is as the snapshot before had it. Where that cannot be told,
 * it is not: a change is put down to the rules only where nothing else can have made it.
 */
export function hasSameFacts(
  { last, user_run, registration_run }: PeopleFactsRow,
  now: Assessment,
  {
    users,
    registrations,
    isNewReport: isNew,
    sameRoles,
    sameScopeGroups,
    sameMailboxes,
  }: Versions,
): boolean {
  if (!last || user_run > users || (registration_run ?? 0) > registrations) {
    return false;
  }
  const hasRow = registration_run !== null;
  // A row that is no newer was there then, also one that did not say whether they are registered.
  const hadRow =
    hasRow ||
    last.registered !== null ||
    last.capable !== null ||
    last.tier !== null;
  return (
    hadRow === hasRow &&
    (hasRow || !isNew) &&
    // Of roles, only those of synchronisation accounts decide a state.
    (sameRoles || (last.scope_class !== 'sync' && now.scopeClass !== 'sync')) &&
    (sameScopeGroups ||
      (last.scope_class !== 'scope-rule' && now.scopeClass !== 'scope-rule')) &&
    (sameMailboxes ||
      (last.scope_class !== 'mailbox' && now.scopeClass !== 'mailbox')) &&
    last.scope_class !== 'future-hire' &&
    (last.state === 'exempt') === (now.state === 'exempt')
  );
}
