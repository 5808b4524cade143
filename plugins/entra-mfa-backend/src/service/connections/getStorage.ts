import {
  storageGroups,
  type Storage,
  type StorageGroup,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaConfig } from '../../config/types';
import { readSizes } from '../../store/sql/readSizes';
import { tenantTables } from '../../store/sql/tenantTables';
import type { ReadContext } from '../types';

/** For how many days each is kept; null for what stays. */
const keptDays: Record<StorageGroup, keyof EntraMfaConfig['retention'] | null> =
  {
    people: 'peopleDays',
    records: 'peopleDays',
    history: null,
    runs: 'runsDays',
    decisions: null,
    trail: 'auditDays',
  };

/** How much is kept, of all tenants together. */
export async function getStorage({
  knex,
  config,
}: Pick<ReadContext, 'knex' | 'config'>): Promise<Storage> {
  const { estimated, sizes } = await readSizes(
    knex,
    tenantTables.map(({ name }) => name),
  );
  return {
    estimated,
    groups: storageGroups.map(id => {
      const tables = tenantTables
        .filter(({ group }) => group === id)
        .map(({ name }) => ({
          name,
          ...(sizes.get(name) ?? { rows: 0, bytes: null }),
        }));
      const days = keptDays[id];
      return {
        id,
        rows: tables.reduce((sum, { rows }) => sum + rows, 0),
        bytes: tables.some(({ bytes }) => bytes === null)
          ? null
          : tables.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
        keptDays: days && config.retention[days],
        tables,
      };
    }),
  };
}
