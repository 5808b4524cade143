import { createHash } from 'node:crypto';
import { namedPeople, type NamedPerson } from './fixedAccounts';

/** What a generated tenant is called, and whom it is sure to have. */
export type OrganizationNames = {
  /** The display name. */
  name: string;
  /** The default domain, such as `contoso.com`. */
  domain: string;
  /** The domain that Microsoft gave it. */
  initialDomain: string;
  /** People who fill the first seats of a team. */
  people: readonly NamedPerson[];
  /** Makes the object id of a fixed account or policy this tenant's own. */
  ownId(id: string): string;
};

/** The first tenant, which the demo and the tests know by its ids and people. */
export const contoso: OrganizationNames = {
  name: 'Contoso',
  domain: 'contoso.com',
  initialDomain: 'contoso.onmicrosoft.com',
  people: namedPeople,
  ownId: id => id,
};

/** `fabrikam.onmicrosoft.com` for `fabrikam.com`. */
export const initialDomainOf = (domain: string): string =>
  `${domain.split('.')[0]}.onmicrosoft.com`;

/** Another tenant: nothing in it has an id, a domain or a named person of the first one. */
export function organizationNames(
  tenantId: string,
  name: string,
  domain: string,
): OrganizationNames {
  return {
    name,
    domain,
    initialDomain: initialDomainOf(domain),
    people: [],
    ownId: id => guidOf(`${tenantId.toLowerCase()} ${id}`),
  };
}

/** The seed of another tenant: tenants of the same seed have different people all the same. */
export const ownSeed = (seed: number, tenantId: string): number =>
  createHash('sha256')
    .update(`${seed} ${tenantId.toLowerCase()}`)
    .digest()
    .readUInt32BE();

function guidOf(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}
