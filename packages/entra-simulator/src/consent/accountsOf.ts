import { enabledAt } from '../tenant/account';
import { globalAdministrator, globalReader } from '../tenant/roleTemplates';
import type { ServedTenant } from '../server/Tenants';

/** Somebody who can sign in at the page of consent. */
export type ConsentAccount = {
  id: string;
  tenantId: string;
  displayName: string;
  userPrincipalName: string;
  /** The role that decides here; null for an ordinary user. */
  role:
    | 'Global Administrator'
    | 'Privileged Role Administrator'
    | 'Global Reader'
    | null;
};

/** Whether somebody can let an application in for the whole tenant. */
export const mayConsent = ({ role }: ConsentAccount) =>
  role === 'Global Administrator' || role === 'Privileged Role Administrator';

/** How far the directory is read for people: far enough in every tenant, and quick in a large one. */
const positionsRead = 3000;

/**
 * Four accounts of a tenant: two that may consent for it, one that may look, and one without a role. The first
 * is a Global Administrator of the directory; the second has its role on these pages alone, and the third,
 * too, where the directory has no Global Reader.
 */
export function accountsOf(
  { tenantId, initialDomain, generated }: ServedTenant,
  time: number,
): ConsentAccount[] {
  const account = (
    role: ConsentAccount['role'],
    found: Pick<ConsentAccount, 'id' | 'displayName' | 'userPrincipalName'>,
  ): ConsentAccount => ({
    id: found.id,
    tenantId,
    displayName: found.displayName,
    userPrincipalName: found.userPrincipalName,
    role,
  });
  const people = generated ? [...employees(generated, time)] : [];
  const others = people.filter(({ roles }) => roles.length === 0);
  const named = (name: string, part: string) => ({
    id: `${part}.${tenantId}`,
    displayName: name,
    userPrincipalName: `${part}@${initialDomain}`,
  });
  return [
    account(
      'Global Administrator',
      people.find(({ roles }) => roles.includes(globalAdministrator)) ??
        generated?.population.fixed.find(({ kind }) => kind === 'breakGlass') ??
        named('Global Administrator', 'admin'),
    ),
    account(
      'Privileged Role Administrator',
      others[0] ?? named('Role Administrator', 'roles'),
    ),
    account(
      'Global Reader',
      people.find(({ roles }) => roles.includes(globalReader)) ??
        others[2] ??
        named('Global Reader', 'reader'),
    ),
    account(null, others[1] ?? named('Ordinary User', 'user')),
  ];
}

function* employees(
  { population }: NonNullable<ServedTenant['generated']>,
  time: number,
) {
  const end = Math.min(population.positions, positionsRead);
  for (let at = 0; at < end; at++) {
    const found = population.at(at, time);
    if (found?.kind === 'employee' && enabledAt(found, time)) {
      yield {
        id: found.id,
        displayName: found.name.displayName,
        userPrincipalName: found.userPrincipalName,
        roles: found.activeRoles,
      };
    }
  }
}
