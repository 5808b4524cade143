import { phoneDeliveryEnds } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { isPhoneOnly } from './phoneOnly';
import { globalAdministrator } from './roles/privilegedRoles';
import type { PersonFacts, RuleSettings } from './types';

/**
 * The day on which Microsoft's SMS and voice end for a person who has only a phone, an ISO date; null
 * for everybody else, and where they do not end. Who is only eligible for Global Administrator, or of
 * whom no roles are known, has the earlier day.
 *
 * Source: Microsoft's FAQ on the retirement of SMS and voice, 23 September 2026.
 */
export function phoneEndsOf(
  {
    user,
    registration,
    roles,
  }: Pick<PersonFacts, 'user' | 'registration' | 'roles'>,
  { phoneDelivery = 'ends' }: Pick<RuleSettings, 'phoneDelivery'>,
): string | null {
  if (
    phoneDelivery !== 'ends' ||
    registration === null ||
    !isPhoneOnly(registration)
  ) {
    return null;
  }
  const isLater =
    roles.active?.includes(globalAdministrator) ||
    isExternal(user.userPrincipalName);
  return isLater
    ? phoneDeliveryEnds.globalAdministratorsAndExternalUsers
    : phoneDeliveryEnds.everybody;
}

/** Somebody with an account elsewhere, guest or member; an internal guest has one here. */
export function isExternal(userPrincipalName: string): boolean {
  return /#EXT#/i.test(userPrincipalName);
}
