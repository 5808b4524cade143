import { assessPerson } from '../assess/assessPerson';
import { askedUnknown } from '../assess/policies/types';
import { noGroupsKnown } from '../assess/scope/types';
import { globalAdministrator } from '../assess/roles/privilegedRoles';
import type { PersonFacts, PersonRoles, RuleSettings } from '../assess/types';
import type { RegistrationBody, UserBody } from '../collectors/types';

/** The defaults of the configuration. */
export const defaultRules: RuleSettings = {
  basis: 'registered',
  targetPermille: 950,
  breakGlassIds: [],
  countGuests: false,
  listed: [],
  listedPatterns: [],
};

/** What a test says of one person; the rest is an enabled member who has registered an app. */
export interface FactsOf
  extends Partial<Omit<PersonFacts, 'user' | 'registration'>> {
  user?: Partial<UserBody>;
  /** Null for no row in the report. */
  row?: Partial<RegistrationBody> | null;
  /** Short for roles of which that follows. */
  privileged?: boolean | null;
}

const user: UserBody = {
  displayName: 'Ada Berg',
  userPrincipalName: 'ada.berg@contoso.com',
  mail: 'ada.berg@contoso.com',
  accountEnabled: true,
  userType: 'Member',
  createdDateTime: '2024-01-01T00:00:00Z',
  employeeHireDate: null,
  type: null,
};

const registration: RegistrationBody = {
  userPrincipalName: 'ada.berg@contoso.com',
  userDisplayName: 'Ada Berg',
  userType: 'member',
  isAdmin: false,
  isMfaRegistered: true,
  isMfaCapable: true,
  isPasswordlessCapable: false,
  isSsprRegistered: false,
  isSsprEnabled: false,
  isSsprCapable: false,
  methodsRegistered: ['microsoftAuthenticatorPush'],
  isSystemPreferredAuthenticationMethodEnabled: false,
  systemPreferredAuthenticationMethods: [],
  userPreferredMethodForSecondaryAuthentication: 'push',
};

function rolesOf(privileged: boolean | null): PersonRoles {
  if (privileged === null) {
    return {
      active: null,
      eligible: null,
      groupsKnown: false,
      groupEligibilityKnown: false,
    };
  }
  const active = privileged ? [globalAdministrator] : [];
  return {
    active,
    eligible: [],
    groupsKnown: true,
    groupEligibilityKnown: true,
  };
}

/** Makes the facts of one person. */
export function factsOf({
  user: some,
  row,
  privileged = null,
  ...rest
}: FactsOf): PersonFacts {
  return {
    objectId: '8169c097-e5c5-4022-b0db-c8d23498a7b6',
    report: 'read',
    reportRefreshedAt: new Date('2026-11-20T10:00:00Z'),
    isNewReport: true,
    noRowRuns: 0,
    enabledSince: new Date(user.createdDateTime!),
    roles: rolesOf(privileged),
    asked: askedUnknown,
    failedAt: null,
    isAtRisk: false,
    mailbox: null,
    scopeGroups: noGroupsKnown,
    exception: null,
    ...rest,
    user: { ...user, ...some },
    registration: row === null ? null : { ...registration, ...row },
  };
}

/** Assesses one person: `covered (registered)`. */
export function assessed(
  facts: FactsOf,
  settings: Partial<RuleSettings> = {},
  asOf = new Date('2026-11-21T08:00:00Z'),
): string {
  const { state, reason } = assessPerson(
    factsOf(facts),
    { ...defaultRules, ...settings },
    asOf,
  );
  return `${state} (${reason})`;
}
