import type { Knex } from 'knex';
import type {
  CatalogUserBody,
  RegistrationBody,
  UserBody,
} from '../../collectors/types';
import { likePart } from '../read/likePart';
import { STILL_TRUE, type PersonRow, type RecordRow } from '../sql/tables';
import { readRefs } from './readRefs';
import { ERASED_NAME, type Erased, type Identifiers } from './types';

/** By what a person can be told; null of somebody of whom nothing was ever kept. */
export async function readIdentifiers(
  knex: Knex,
  erased: Erased,
): Promise<Identifiers | null> {
  const { tenantId, objectId } = erased;
  const people = await knex<PersonRow>('person')
    .where({ tenant_id: tenantId, object_id: objectId })
    .distinct('display_name', 'user_principal_name');
  const records = await knex<RecordRow>('record')
    .where({ tenant_id: tenantId, record_key: objectId })
    .whereIn('data_set', ['users', 'registrations'])
    .select('data_set', 'body');
  const entities = await readEntities(knex, erased);
  const own = entities.filter(({ body }) => body.objectId === objectId);
  if (people.length + records.length + own.length === 0) {
    return null;
  }
  const refs = await readRefs(
    knex,
    erased,
    own.map(({ ref }) => ref),
  );
  const joined = await readBodies(
    knex,
    tenantId,
    refs.filter(({ span }) => span === null).map(({ ref }) => ref),
  );

  const names = new Set<string | null>();
  for (const person of people) {
    names.add(person.display_name).add(person.user_principal_name);
  }
  for (const { data_set: dataSet, body } of records) {
    if (dataSet === 'users') {
      const user: UserBody = JSON.parse(body);
      names.add(user.displayName).add(user.userPrincipalName).add(user.mail);
    } else {
      const row: RegistrationBody = JSON.parse(body);
      names.add(row.userDisplayName).add(row.userPrincipalName);
    }
  }
  for (const { displayName, email } of [
    ...own.map(({ body }) => body),
    ...joined,
  ]) {
    names.add(displayName).add(email);
  }
  const told = [...names].filter(
    (name): name is string =>
      name !== null && name.trim() !== '' && name !== ERASED_NAME,
  );
  // What somebody else is called too tells nobody by itself.
  const shared = await readNamesOfOthers(knex, erased, told);
  return { refs, names: told.filter(name => !shared.has(name)).sort() };
}

async function readNamesOfOthers(
  knex: Knex,
  { tenantId, objectId }: Erased,
  names: readonly string[],
): Promise<Set<string>> {
  const shared: string[] = await knex<PersonRow>('person')
    .where({ tenant_id: tenantId, to_snapshot: STILL_TRUE })
    .whereNot('object_id', objectId)
    .whereIn('display_name', names)
    .distinct('display_name')
    .pluck('display_name');
  return new Set(shared);
}

/** The id is in the body: rare enough to look through the catalog's users for it. */
async function readEntities(
  knex: Knex,
  { tenantId, objectId }: Erased,
): Promise<{ ref: string; body: CatalogUserBody }[]> {
  const rows = await knex<RecordRow>('record')
    .where({ tenant_id: tenantId, data_set: 'catalog-users' })
    .whereRaw(`body like ? escape '\\'`, [likePart(JSON.stringify(objectId))])
    .select('record_key', 'body');
  return rows.map(row => ({
    ref: row.record_key,
    body: JSON.parse(row.body),
  }));
}

async function readBodies(
  knex: Knex,
  tenantId: string,
  refs: readonly string[],
): Promise<CatalogUserBody[]> {
  const bodies: string[] = await knex<RecordRow>('record')
    .where({ tenant_id: tenantId, data_set: 'catalog-users' })
    .whereIn('record_key', refs)
    .pluck('body');
  return bodies.map(body => JSON.parse(body));
}
