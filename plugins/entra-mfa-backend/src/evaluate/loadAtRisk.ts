import type { Knex } from 'knex';
import { readRecords } from '../store/run/readRecords';
import type { DataSetVersions } from '../store/run/readDataSetVersions';

/** The object ids of who is at risk: a few of all people. Nobody where it was not read. */
export async function loadAtRisk(
  knex: Knex,
  tenantId: string,
  { dataSets }: Pick<DataSetVersions, 'dataSets'>,
): Promise<ReadonlySet<string>> {
  const dataSet = 'risky-users';
  const version = dataSets[dataSet]?.version;
  const ids = new Set<string>();
  if (version !== undefined) {
    for await (const { key } of readRecords(knex, {
      tenantId,
      dataSet,
      version,
    })) {
      ids.add(key);
    }
  }
  return ids;
}
