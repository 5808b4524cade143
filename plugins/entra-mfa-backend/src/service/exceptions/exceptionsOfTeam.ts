import type { Team } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { readExceptionsInForce } from '../../store/exceptions/readExceptionsInForce';
import type { Found } from '../Snapshots';

/**
 * Exceptions for a team or one above it, in force when the snapshot was assessed.
 *
 * @param groups - the team and those above it
 * @param names - whether the caller may see who approved
 */
export async function exceptionsOfTeam(
  knex: Knex,
  { snapshot, view }: Found,
  groups: readonly string[],
  names: Team['names'],
): Promise<Team['exceptions']> {
  const rows = await readExceptionsInForce(
    knex,
    view.tenantId,
    snapshot.at,
    snapshot.assessedStep,
  );
  return rows
    .filter(row => row.subject_kind === 'group' && groups.includes(row.subject))
    .map(row => ({
      id: row.exception_id,
      group: row.subject,
      until: row.until,
      approvedBy: names === 'visible' ? row.decided_by : null,
    }));
}
