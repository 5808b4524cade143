import {
  alwaysThere,
  inLargerTenants,
  namedPeople,
} from './tenant/fixedAccounts';
import { asMailName } from './tenant/names';
import { teamTemplates } from './tenant/teamTemplate';

/** A person that a demonstration can name. @public */
export type KnownPerson = {
  displayName: string;
  mail: string;
  /** The name that the msgraph provider gives the catalog's User entity. */
  entityName: string;
  team: string;
  isLead: boolean;
};

/** The fixed accounts of every generated tenant. @public */
export type TenantDescription = {
  organization: string;
  breakGlassIds: string[];
  syncAccountIds: string[];
  /** Shared mailboxes that can sign in, and services that use a user account. */
  mailboxIds: string[];
  serviceAccountIds: string[];
  /** Leads Payments, a team with a gap. */
  paymentsLead: KnownPerson;
  /** Leads Security, where everybody has registered. */
  securityLead: KnownPerson;
  /** Works in Checkout, below Payments, and does not register. */
  unregistered: KnownPerson;
  /** The teams of an organisation of 1,200, with their parents. */
  teams: { name: string; entityName: string; parent?: string }[];
};

const known = (index: number): KnownPerson => {
  const { team, seat, givenName, surname } = namedPeople[index];
  const local = `${asMailName(givenName)}.${asMailName(surname)}`;
  return {
    displayName: `${givenName} ${surname}`,
    mail: `${local}@contoso.com`,
    entityName: `${local}_contoso.com`,
    team,
    isLead: seat === 0,
  };
};

/**
 * What does not depend on the seed: the accounts and the people that a demonstration can rely on. The
 * accounts beyond break-glass and synchronisation are there from a size of 100 on.
 *
 * @public
 */
export function describeTenant(): TenantDescription {
  const accounts = [...alwaysThere, ...inLargerTenants];
  const ids = (kind: string) =>
    accounts.filter(account => account.kind === kind).map(({ id }) => id);
  return {
    organization: 'Contoso',
    breakGlassIds: ids('breakGlass'),
    syncAccountIds: ids('sync'),
    mailboxIds: ids('mailbox'),
    serviceAccountIds: ids('service'),
    paymentsLead: known(0),
    securityLead: known(1),
    unregistered: known(2),
    teams: teamTemplates.map(({ name, parent }) => ({
      name,
      entityName: name.toLowerCase().replace(/ /g, '-'),
      parent,
    })),
  };
}
