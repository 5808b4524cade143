import type { Knex } from 'knex';
import type {
  CatalogGroupBody,
  CatalogMembershipBody,
  CatalogUserBody,
} from '../collectors/types';
import { readRecords } from '../store/readRecords';
import { CatalogPeople } from './CatalogPeople';
import { meetDirectory } from './meetDirectory';
import { TeamForest } from './TeamForest';

/** Loads the catalog's teams and users, as published last, ready to be joined with the directory. */
export async function loadCatalog(
  knex: Knex,
  tenantId: string,
): Promise<{ forest: TeamForest; people: CatalogPeople }> {
  const groups: { ref: string; body: CatalogGroupBody }[] = [];
  const teams = { tenantId, dataSet: 'catalog-groups' };
  for await (const { key, body } of readRecords<CatalogGroupBody>(
    knex,
    teams,
  )) {
    groups.push({ ref: key, body });
  }
  const forest = new TeamForest(groups);

  const people = new CatalogPeople(forest);
  const users = { tenantId, dataSet: 'catalog-users' };
  for await (const { key, body } of readRecords<CatalogUserBody>(knex, users)) {
    people.addUser(key, body);
  }
  const memberships = { tenantId, dataSet: 'catalog-memberships' };
  for await (const { body } of readRecords<CatalogMembershipBody>(
    knex,
    memberships,
  )) {
    people.addMembership(body.userRef, body.groupRef);
  }
  people.sortMemberships();
  await meetDirectory(knex, tenantId, people);
  return { forest, people };
}
