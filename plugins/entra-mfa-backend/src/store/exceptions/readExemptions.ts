import type { Exemption } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import type { ExceptionRow } from '../sql/tables';

/** The exceptions by which people are exempt, by id. */
export async function readExemptions(
  knex: Knex,
  tenantId: string,
  ids: readonly (string | null)[],
): Promise<Map<string, Exemption>> {
  const wanted = [...new Set(ids)].filter(id => id !== null);
  if (wanted.length === 0) {
    return new Map();
  }
  const rows = await knex<ExceptionRow>('exception')
    .where({ tenant_id: tenantId })
    .andWhere(keyIn(knex, 'exception_id', wanted))
    .select('exception_id', 'until', 'decided_by');
  return new Map(
    rows.map(({ exception_id: id, until, decided_by }) => [
      id,
      { id, until, approvedBy: decided_by! },
    ]),
  );
}
