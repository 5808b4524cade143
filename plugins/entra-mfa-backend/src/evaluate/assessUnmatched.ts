import type { CatalogUserBody, RegistrationBody } from '../collectors/types';
import { insertAssessed } from '../store/evaluate/insertAssessed';
import { readAssessed } from '../store/evaluate/readAssessed';
import { readBodies } from '../store/run/readBodies';
import type { UnmatchedRow } from '../store/sql/tables';
import type { AssessContext } from './AssessContext';

const LABELS_AT_ONCE = 5_000;

type NewUnmatchedRow = Pick<UnmatchedRow, 'kind' | 'unmatched_key' | 'label'>;

/**
 * Writes what one side knows and the other does not: users of the catalog who are nobody in the
 * directory, and rows of the report that belong to nobody. Returns how many there are of each.
 *
 * @param now - their keys
 */
export async function assessUnmatched(
  context: AssessContext,
  now: Record<UnmatchedRow['kind'], readonly string[]>,
): Promise<{ catalogUsersNotInEntra: number; rowsWithoutPerson: number }> {
  const { knex, claim, number, changes } = context;
  const before = await readAssessed(knex, 'unmatched', claim);
  for (const kind of ['catalog-user', 'report-row'] as const) {
    const known = new Set(
      before.filter(row => row.kind === kind).map(row => row.unmatched_key),
    );
    const found = new Set(now[kind]);
    changes.replaced[kind] = [...known].filter(key => !found.has(key));
    const fresh = now[kind].filter(key => !known.has(key));
    for (let start = 0; start < fresh.length; start += LABELS_AT_ONCE) {
      const keys = fresh.slice(start, start + LABELS_AT_ONCE);
      const unmatched = await labelled(context, kind, keys);
      await insertAssessed(knex, claim, number, { unmatched });
    }
  }
  return {
    catalogUsersNotInEntra: now['catalog-user'].length,
    rowsWithoutPerson: now['report-row'].length,
  };
}

async function labelled(
  { knex, claim }: AssessContext,
  kind: UnmatchedRow['kind'],
  keys: string[],
): Promise<NewUnmatchedRow[]> {
  const dataSet = kind === 'catalog-user' ? 'catalog-users' : 'registrations';
  const of = { tenantId: claim.tenantId, dataSet };
  const bodies = await readBodies<CatalogUserBody | RegistrationBody>(
    knex,
    of,
    keys,
  );
  return keys.map(key => {
    const body = bodies.get(key);
    const label =
      body && 'userPrincipalName' in body
        ? body.userPrincipalName
        : body?.displayName;
    return { kind, unmatched_key: key, label: label || key };
  });
}
