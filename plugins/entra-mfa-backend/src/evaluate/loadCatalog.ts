import type { Knex } from 'knex';
import { leadsOf } from '../assess/leadsOf';
import { TeamSources } from '../assess/TeamSources';
import type { RuleSettings } from '../assess/types';
import type {
  CatalogGroupBody,
  CatalogMembershipBody,
  CatalogUserBody,
} from '../collectors/types';
import { readRecords } from '../store/run/readRecords';
import { CatalogPeople } from './CatalogPeople';
import { matchDirectory } from './matchDirectory';
import { TeamHierarchy } from './TeamHierarchy';
import { withAllUsers } from './withAllUsers';

/**
 * Loads the catalog's teams, their leads by team ref, and the users, as published last, ready to be
 * joined with the directory.
 */
export async function loadCatalog(
  knex: Knex,
  tenantId: string,
  settings: Pick<RuleSettings, 'leads' | 'teamSources'> = {},
): Promise<{
  forest: TeamHierarchy;
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
  const sources = new TeamSources(groups, settings.teamSources);
  const known = sources.teamsAmong(groups);
  const forest = new TeamHierarchy(known);
  const leads = new Map(
    known.map(({ ref, body }) => [ref, leadsOf(body.leads, settings.leads)]),
  );

  const people = new CatalogPeople(forest);
  const users = { tenantId, dataSet: 'catalog-users' };
  for await (const { key, body } of readRecords<CatalogUserBody>(knex, users)) {
    people.addUser(key, body, sources.nameOf(body.source));
  }
  const teamSource = new Map(
    known.map(({ ref, body }) => [ref, sources.nameOf(body.source)]),
  );
  const memberships = { tenantId, dataSet: 'catalog-memberships' };
  for await (const { body } of readRecords<CatalogMembershipBody>(
    knex,
    memberships,
  )) {
    const { userRef, groupRef, byGroup } = body;
    people.addMembership(
      userRef,
      groupRef,
      byGroup ? undefined : teamSource.get(groupRef),
    );
  }
  people.sortMemberships();
  await matchDirectory(knex, tenantId, people);
  return { forest, people, leads: withAllUsers(leads, people.several()) };
}
