import type {
  CatalogGroupBody,
  CatalogMembershipBody,
  CatalogOwnershipBody,
  CatalogUserBody,
  DeviceBody,
  RegistrationBody,
  UserBody,
} from '../../collectors/types';
import { ERASED_NAME } from './types';

/**
 * What is left of a record of a person who is forgotten: what the figures of then rest on.
 *
 * @param replace - puts something else in the place of what tells the person
 */
export function eraseBody(
  dataSet: string,
  body: string,
  replace: (text: string) => string = text => text,
): string {
  return JSON.stringify(erase(dataSet, JSON.parse(body), replace));
}

function erase(
  dataSet: string,
  body: unknown,
  replace: (text: string) => string,
): unknown {
  switch (dataSet) {
    case 'users': {
      const { properties: _, ...user } = body as UserBody;
      return {
        ...user,
        displayName: ERASED_NAME,
        userPrincipalName: '',
        mail: null,
        erased: true,
      } satisfies UserBody;
    }
    case 'registrations': {
      const row = body as RegistrationBody;
      return {
        ...row,
        userDisplayName: ERASED_NAME,
        userPrincipalName: '',
        methodsRegistered: row.methodsRegistered && [],
        systemPreferredAuthenticationMethods: [],
        userPreferredMethodForSecondaryAuthentication: null,
      } satisfies RegistrationBody;
    }
    case 'devices':
      return {
        ...(body as DeviceBody),
        name: null,
        erased: true,
      } satisfies DeviceBody;
    case 'catalog-users':
      return {
        ...(body as CatalogUserBody),
        displayName: ERASED_NAME,
        email: null,
      } satisfies CatalogUserBody;
    case 'catalog-memberships': {
      const member = body as CatalogMembershipBody;
      return { ...member, userRef: replace(member.userRef) };
    }
    case 'catalog-ownership': {
      const owned = body as CatalogOwnershipBody;
      return { ...owned, ownerRef: replace(owned.ownerRef) };
    }
    case 'catalog-groups': {
      const { leads, ...group } = body as CatalogGroupBody;
      return {
        ...group,
        ...(leads && { leads: JSON.parse(replace(JSON.stringify(leads))) }),
      };
    }
    default:
      // Of another module's, nobody knows here what tells a person.
      return dataSet.includes('/') ? { erased: true } : body;
  }
}
