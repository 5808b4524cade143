import { NotAllowedError } from '@backstage/errors';
import type { Permission } from '@backstage/plugin-permission-common';
import { entraMfaPeopleReadPermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { PeopleAccess, ReadContext } from '../types';
import type { Access, PeopleRule } from './Access';
import type { Caller } from './Caller';

/**
 * Lets in who may call a route; throws `NotAllowedError`, which names the permission, for others.
 *
 * @returns whom the caller may see by name, as far as the route tells of people
 */
export async function authorize(
  access: Access,
  caller: Caller,
  query: object,
  context: ReadContext,
): Promise<PeopleAccess> {
  await requireOneOf(access, caller, query, context);
  refuseOtherPrincipals(access, caller);
  const { given } = access;
  const isGiven = given && isSet(query, given.parameter);
  if (
    isGiven &&
    given.needs &&
    !(await caller.allows(given.needs)) &&
    !(await given.unless?.isSo(context, query, caller))
  ) {
    throw notAllowed([given.needs]);
  }
  const people = await peopleFor(
    (isGiven && given.people) || access.people,
    caller,
  );
  return isSet(query, 'withoutNames') ? { kind: 'none' } : people;
}

async function requireOneOf(
  { anyOf: permissions, orWho }: Access,
  caller: Caller,
  query: object,
  context: ReadContext,
): Promise<void> {
  const allowed = await Promise.all(
    permissions.map(permission => caller.allows(permission)),
  );
  if (
    permissions.length > 0 &&
    !allowed.includes(true) &&
    !(await orWho?.isSo(context, query, caller))
  ) {
    throw notAllowed(permissions);
  }
}

function refuseOtherPrincipals({ only }: Access, { userRef }: Caller): void {
  if (only && (only.principal === 'user') !== (userRef !== null)) {
    throw new NotAllowedError(only.refusal);
  }
}

function isSet(query: object, parameter: string): boolean {
  const value = (query as Record<string, unknown>)[parameter];
  return value !== undefined && value !== false;
}

async function peopleFor(
  rule: PeopleRule,
  caller: Caller,
): Promise<PeopleAccess> {
  if (rule === 'nobody') {
    return { kind: 'none' };
  }
  const people = await caller.people();
  if (rule !== 'seen' && people.kind === 'none') {
    throw notAllowed([entraMfaPeopleReadPermission]);
  }
  if (rule === 'everybody' && people.kind !== 'all') {
    throw new NotAllowedError(
      `This needs the permission ${entraMfaPeopleReadPermission.name} without conditions: ask an administrator of the portal`,
    );
  }
  return people;
}

function notAllowed(permissions: readonly Permission[]): NotAllowedError {
  const names = permissions.map(({ name }) => name).join(' or ');
  return new NotAllowedError(
    `You need the permission ${names}: ask an administrator of the portal`,
  );
}
