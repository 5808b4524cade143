import type { Knex } from 'knex';
import type { FeatureSummaryBody } from '../collectors/types';
import { readBodies } from '../store/run/readBodies';
import type { DataSetVersions } from '../store/run/readDataSetVersions';

/** Microsoft's own count; null where it was not given, or where there is nothing to compare with. */
export async function readFeatureSummary(
  knex: Knex,
  tenantId: string,
  { dataSets }: Pick<DataSetVersions, 'dataSets'>,
): Promise<FeatureSummaryBody | null> {
  if (!dataSets['feature-summary'] || !dataSets.registrations) {
    return null;
  }
  const of = { tenantId, dataSet: 'feature-summary' };
  const bodies = await readBodies<FeatureSummaryBody>(knex, of, ['all']);
  return bodies.get('all') ?? null;
}
