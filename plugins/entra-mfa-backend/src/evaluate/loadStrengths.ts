import type { Knex } from 'knex';
import { Strength } from '../assess/policies/Strength';
import type { StrengthBody } from '../collectors/types';
import { readRecords } from '../store/run/readRecords';
import type { DataSetVersions } from '../store/run/readDataSetVersions';

/** Loads the authentication strengths at the given versions, by id; none where they are not read. */
export async function loadStrengths(
  knex: Knex,
  tenantId: string,
  { dataSets }: Pick<DataSetVersions, 'dataSets'>,
): Promise<ReadonlyMap<string, Strength>> {
  const dataSet = 'authentication-strengths';
  const version = dataSets[dataSet]?.version;
  const strengths = new Map<string, Strength>();
  if (version !== undefined) {
    const of = { tenantId, dataSet, version };
    for await (const { key, body } of readRecords<StrengthBody>(knex, of)) {
      strengths.set(key, new Strength(body));
    }
  }
  return strengths;
}
