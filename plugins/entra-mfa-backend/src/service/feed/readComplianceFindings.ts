import { controlKey, type Framework } from '../../assess/controls/framework';
import {
  readControlStatuses,
  readControlTests,
} from '../../store/controls/readControlVersions';
import { readHeld, readSnapshotRow } from '../../store/evidence/readEvidence';
import { toDateOrNull } from '../../store/sql/instant';
import type { ControlStatusRow, ControlTestRow } from '../../store/sql/tables';
import { toComplianceFinding, type Finding } from './ocsf/complianceFinding';
import type { FeedSource } from './types';

const byControl = (rows: readonly ControlStatusRow[]) =>
  [...rows].sort((one, other) => (one.control < other.control ? -1 : 1));

/** Every control of a snapshot; or whose status is another one since an earlier snapshot, and which is no more. */
export async function* readComplianceFindings({
  knex,
  frameworks,
  view,
  at,
  since,
  of,
}: FeedSource) {
  const { tenantId, snapshot } = view;
  const range = { tenantId, from: snapshot, upTo: snapshot };
  const rows = await readControlStatuses(knex, range);
  const tests = new Map(
    (await readControlTests(knex, range)).map(row => [row.test, row]),
  );
  const before = await statusesAt({ knex, tenantId, snapshot: since ?? 0 });
  const row = await readSnapshotRow(knex, tenantId, snapshot);
  const freshUntil = toDateOrNull(row?.fresh_until ?? null);
  const isFresh = freshUntil !== null && freshUntil > at.at;
  const held = await readHeld(knex, view);
  const shared = {
    freshUntil,
    evidence:
      held.find(({ type }) => type === 'control-status')?.fingerprint ?? null,
  };
  const tell = (
    activity: Finding['activity'],
    { control: key, status, tests: names, disabled_reason }: ControlStatusRow,
  ) =>
    toComplianceFinding(
      of,
      {
        ...shared,
        ...namesOf(frameworks, key),
        activity,
        key,
        status: isFresh || status === 'disabled' ? status : 'stale',
        disabledReason: disabled_reason,
        tests: (JSON.parse(names) as ControlTestRow['test'][]).flatMap(test =>
          toTest(tests.get(test)),
        ),
      },
      at,
    );

  for (const one of byControl(rows)) {
    if (one.from_snapshot > (since ?? 0)) {
      yield tell(before.has(one.control) ? 'update' : 'create', one);
    }
  }
  const now = new Set(rows.map(({ control }) => control));
  for (const one of byControl([...before.values()])) {
    if (!now.has(one.control)) {
      yield tell('close', one);
    }
  }
}

async function statusesAt({
  knex,
  tenantId,
  snapshot,
}: Pick<FeedSource, 'knex'> & { tenantId: string; snapshot: number }) {
  const rows =
    snapshot === 0
      ? []
      : await readControlStatuses(knex, {
          tenantId,
          from: snapshot,
          upTo: snapshot,
        });
  return new Map(rows.map(row => [row.control, row]));
}

/** What its framework calls it; a framework may have gone from the configuration since. */
function namesOf(frameworks: readonly Framework[], key: string) {
  for (const framework of frameworks) {
    for (const control of framework.controls) {
      if (controlKey(framework, control) === key) {
        const { title } = control.en;
        return { framework: framework.name, control: control.id, title };
      }
    }
  }
  const control = key.slice(key.indexOf('/') + 1);
  return { framework: null, control, title: null };
}

function toTest(row: ControlTestRow | undefined): object[] {
  if (!row) {
    return [];
  }
  const { test, outcome, reason, count, short } = row;
  return [{ test, outcome, reason, count, of: row.of_count, short }];
}
