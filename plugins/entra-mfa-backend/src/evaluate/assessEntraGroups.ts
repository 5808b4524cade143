import { GroupsTally } from '../assess/GroupsTally';
import type { GroupBody } from '../collectors/types';
import { KeyTable } from '../packed/KeyTable';
import { insertAssessed } from '../store/evaluate/insertAssessed';
import { readAssessed } from '../store/evaluate/readAssessed';
import {
  readGroupRecords,
  readStates,
} from '../store/evaluate/readEntraGroups';
import type { DataSetVersions } from '../store/run/readDataSetVersions';
import { foldText } from '../store/sql/foldText';
import { sortName } from '../store/sql/sortName';
import type {
  EntraGroupRow,
  SnapshotDataSet,
  SnapshotRow,
} from '../store/sql/tables';
import type { AssessContext } from './AssessContext';
import { diffRows } from './diffRows';

type NewRow = Omit<
  EntraGroupRow,
  'tenant_id' | 'from_snapshot' | 'to_snapshot'
>;

/**
 * Writes the groups of the tenant whose people are not counted as they were. Groups decide nobody's state, so that they are
 * counted by themselves: where who is in them is another one, or somebody's state.
 */
export async function assessEntraGroups(
  context: AssessContext,
  { dataSets, lastSnapshot }: DataSetVersions,
): Promise<void> {
  const { knex, claim, changes, number } = context;
  const version = dataSets.groups?.version ?? 0;
  const isSame =
    version === versionIn(lastSnapshot) &&
    changes.people === 0 &&
    changes.replaced.person.length === 0;
  if (isSame) {
    return;
  }
  const before = await readAssessed(knex, 'entra_group', claim);
  const rows = version > 0 ? await countGroups(context, version) : [];
  const { written, replaced } = diffRows<NewRow>(
    rows,
    before,
    row => row.group_id,
  );
  changes.replaced.entra_group = replaced;
  await insertAssessed(knex, claim, number, { entra_group: written });
}

function versionIn(last: SnapshotRow | null): number {
  const dataSets: Record<string, SnapshotDataSet> = JSON.parse(
    last?.data_sets ?? '{}',
  );
  return dataSets.groups?.version ?? 0;
}

async function countGroups(
  { knex, claim, changes, number }: AssessContext,
  version: number,
): Promise<NewRow[]> {
  const { tenantId } = claim;
  const of = { tenantId, version };
  const groups = new Map<string, GroupBody>();
  for await (const rows of readGroupRecords(knex, of, '|', '}')) {
    for (const { record_key: key, body } of rows) {
      groups.set(key.slice(1), JSON.parse(body));
    }
  }
  const edges: { inner: string; outer: string }[] = [];
  for await (const rows of readGroupRecords(knex, of, '+', ',')) {
    for (const { record_key: key } of rows) {
      const [inner, outer] = key.slice(1).split('|');
      edges.push({ inner, outer });
    }
  }
  const tally = new GroupsTally([...groups.keys()], edges);
  const replaced = new KeyTable();
  for (const id of changes.replaced.person) {
    replaced.add(id);
  }
  const states = readStates(knex, { tenantId, snapshot: number });
  for await (const people of states) {
    const here = people.filter(
      ({ objectId, isNew }) => isNew || replaced.find(objectId) === -1,
    );
    const [first] = here;
    const last = here.at(-1);
    if (!first || !last) {
      continue;
    }
    const groupsOf = new Map<string, string[]>();
    const records = readGroupRecords(
      knex,
      of,
      `${first.objectId}|`,
      `${last.objectId}}`,
    );
    for await (const rows of records) {
      for (const { record_key: key } of rows) {
        const [person, group] = key.split('|');
        const own = groupsOf.get(person) ?? [];
        own.push(group);
        groupsOf.set(person, own);
      }
    }
    for (const { objectId, state } of here) {
      const own = groupsOf.get(objectId);
      if (own) {
        tally.add(state, own);
      }
    }
  }
  const notRead = tally.notCounted();
  return [...groups].map(([id, { name, kind }]) => ({
    group_id: id,
    name,
    sort_name: sortName(name),
    search_text: foldText(name),
    kind,
    ...tally.countsOf(id),
    not_read: notRead.get(id) ?? 0,
  }));
}
