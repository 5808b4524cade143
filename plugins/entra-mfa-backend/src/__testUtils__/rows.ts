/** An object id that reads like its number. */
export function objectId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A row of `/users`, as Graph gives it. */
export function userRow(number: number, rest: object = {}) {
  return {
    id: objectId(number),
    displayName: `Person ${number}`,
    userPrincipalName: `person${number}@contoso.com`,
    mail: `person${number}@contoso.com`,
    accountEnabled: true,
    userType: 'Member',
    createdDateTime: '2024-01-01T00:00:00Z',
    employeeHireDate: null,
    ...rest,
  };
}

/** A row of `/devices` with the people who own it, as Graph gives it. */
export function deviceRow(
  number: number,
  owners: readonly number[],
  rest: object = {},
) {
  return {
    id: objectId(number).replace('4000', '4dee'),
    displayName: `Device ${number}`,
    operatingSystem: 'Windows',
    operatingSystemVersion: '10.0.26100.4652',
    trustType: 'AzureAd',
    isCompliant: true,
    isManaged: true,
    approximateLastSignInDateTime: '2026-11-18T06:00:00Z',
    registrationDateTime: '2025-01-10T08:00:00Z',
    registeredOwners: owners.map(owner => ({ id: objectId(owner) })),
    ...rest,
  };
}

/** A row of `/groups/delta` with some of its members, as Graph gives it. */
export function groupRow(
  number: number,
  displayName: string,
  people: readonly number[],
  {
    inside = [],
    unified = false,
    securityEnabled = !unified,
  }: {
    inside?: readonly number[];
    unified?: boolean;
    securityEnabled?: boolean;
  } = {},
) {
  const member = (type: string) => (of: number) => ({
    '@odata.type': `#microsoft.graph.${type}`,
    id: objectId(of),
  });
  const members = [
    ...people.map(member('user')),
    ...inside.map(member('group')),
  ];
  return {
    id: objectId(number),
    displayName,
    groupTypes: unified ? ['Unified'] : [],
    securityEnabled,
    // An empty list is left out.
    ...(members.length > 0 && { 'members@delta': members }),
  };
}

/** A row of the registration report, as Graph gives it. */
export function reportRow(
  number: number,
  registered = true,
  rest: object = {},
) {
  return {
    id: objectId(number),
    userPrincipalName: `person${number}@contoso.com`,
    userDisplayName: `Person ${number}`,
    userType: 'member',
    isAdmin: false,
    isSsprRegistered: false,
    isSsprEnabled: false,
    isSsprCapable: false,
    isMfaRegistered: registered,
    isMfaCapable: registered,
    isPasswordlessCapable: false,
    methodsRegistered: registered ? ['microsoftAuthenticatorPush'] : [],
    isSystemPreferredAuthenticationMethodEnabled: true,
    systemPreferredAuthenticationMethods: [],
    userPreferredMethodForSecondaryAuthentication: 'push',
    lastUpdatedDateTime: '2026-11-20T10:00:00Z',
    ...rest,
  };
}

/** A User entity with its groups. */
export function userEntity(
  number: number,
  groups: string[] = [],
  rest: object = {},
) {
  return {
    kind: 'User',
    metadata: {
      name: `person${number}`,
      namespace: 'default',
      annotations: { 'graph.microsoft.com/user-id': objectId(number) },
    },
    spec: { profile: { email: `person${number}@contoso.com` } },
    relations: groups.map(name => ({
      type: 'memberOf',
      targetRef: `group:default/${name}`,
    })),
    ...rest,
  };
}

/** A Group entity with its parent. */
export function groupEntity(name: string, parent?: string) {
  return {
    kind: 'Group',
    metadata: { name, namespace: 'default', title: name.toUpperCase() },
    spec: { type: 'team', children: [] },
    relations: parent
      ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
      : [],
  };
}

/** An entity with its owners: `group:default/payments`. */
export function ownedEntity(
  name: string,
  owners: string[],
  rest: {
    kind?: string;
    metadata?: object;
    spec?: object;
    system?: string;
  } = {},
) {
  const { kind = 'Component', metadata, spec, system } = rest;
  return {
    kind,
    metadata: { name, namespace: 'default', ...metadata },
    spec: { type: 'service', lifecycle: 'production', ...spec },
    relations: [
      ...owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
      ...(system ? [{ type: 'partOf', targetRef: system }] : []),
    ],
  };
}
