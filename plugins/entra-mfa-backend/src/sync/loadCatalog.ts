import type { Knex } from 'knex';
import { leadsOf } from '../assess/leadsOf';
import type { LeadSettings } from '../assess/types';
import type {
  CatalogGroupBody,
  CatalogMembershipBody,
  CatalogUserBody,
} from '../collectors/types';
import { readRecords } from '../store/readRecords';
import { CatalogPeople } from './CatalogPeople';
import { meetDirectory } from './meetDirectory';
import { TeamForest } from './TeamForest';
import { withAllUsers } from './withAllUsers';

/**
 * Loads the catalog's teams, their leads by team ref, and the users, as published last, ready to be
 * joined with the directory.
 */
export async function loadCatalog(
  knex: Knex,
  tenantId: string,
  settings?: LeadSettings,
): Promise<{
  forest: TeamForest;
  people: CatalogPeople;
  leads: ReadonlyMap<string, string[]>;
}> {
  const groups: { ref: string; body: CatalogGroupBody }[] = [];
  const teams = { tenantId, dataSet: 'catalog-groups' };
  for await (const { key, body } of readRecords<CatalogGroupBody>(
    knex,
    teams,
  )) {
    groups.push({ ref: key, body });
  }
  const forest = new TeamForest(groups);
  const leads = new Map(
    groups.map(({ ref, body }) => [ref, leadsOf(body.leads, settings)]),
  );

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
  return { forest, people, leads: withAllUsers(leads, people.several()) };
}
