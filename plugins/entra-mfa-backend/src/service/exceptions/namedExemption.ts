import type { Exemption } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readException } from '../../store/exceptions/readException';
import { readGroupNames } from '../../store/read/entraGroups';
import { entraGroupsAt } from '../entraGroupsAt';
import type { Found } from '../Snapshots';
import type { ReadContext } from '../types';

/** An exemption of one person with the Entra group by which it is, where it is by one. */
export async function namedExemption(
  { knex, config }: Pick<ReadContext, 'knex' | 'config'>,
  found: Found,
  exemption: Exemption | undefined,
): Promise<Exemption | undefined> {
  const row =
    exemption &&
    (await readException(knex, [found.view.tenantId], exemption.id));
  if (row?.subject_kind !== 'entra-group') {
    return exemption;
  }
  const id = row.subject;
  const at = entraGroupsAt({ config }, found);
  const names = at && (await readGroupNames(knex, at, [id]));
  const entraGroup = { id, name: names?.get(id)?.name ?? null };
  return { ...exemption!, entraGroup };
}
