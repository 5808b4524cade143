import { z } from 'zod';
import { dateTime } from './dateTime';
import { orNone } from './orNone';
import type { Collector, RegistrationBody } from './types';

const text = orNone(z.string());
const flag = orNone(z.boolean());
const names = orNone(z.array(z.string().nullable()));

/** Documented samples have `""` where there is no value. */
const row = z.object({
  id: z.string().min(1),
  userPrincipalName: text,
  userDisplayName: text,
  userType: text,
  isAdmin: flag,
  isMfaRegistered: flag,
  isMfaCapable: flag,
  isPasswordlessCapable: flag,
  isSsprRegistered: flag,
  isSsprEnabled: flag,
  isSsprCapable: flag,
  methodsRegistered: names,
  isSystemPreferredAuthenticationMethodEnabled: flag,
  systemPreferredAuthenticationMethods: names,
  userPreferredMethodForSecondaryAuthentication: text,
  lastUpdatedDateTime: dateTime,
});

type Row = z.infer<typeof row>;

/**
 * Graph gives lists in any order; sorted, an unchanged row stays unchanged. A name that is given twice is
 * one: no method has more people than there are.
 */
function sorted(list: readonly (string | null)[]): string[] {
  return [...new Set(list.filter(name => !!name))].sort() as string[];
}

/** A list of which one name is missing does not say which methods there are. */
function methodsOf({ methodsRegistered }: Row): string[] | null {
  return methodsRegistered && !methodsRegistered.includes(null)
    ? sorted(methodsRegistered)
    : null;
}

/** Microsoft's report on who has registered which methods. */
export const registrations: Collector<Row> = {
  id: 'registrations',
  title: 'Registration report',
  source: 'graph',
  endpoint: '/reports/authenticationMethods/userRegistrationDetails',
  query: { $top: '999' },
  pace: 'reports',
  permission: 'AuditLog.Read.All',
  licence: 'Microsoft Entra ID P1 or P2',
  why: 'To know who has registered for MFA, and with which methods',
  documentation:
    'https://learn.microsoft.com/graph/api/authenticationmethodsroot-list-userregistrationdetails',
  required: 'unless-refused',
  refuseEmpty: 'not-again',
  ofEverybody: true,
  outlivesPeople: true,
  decisive: ['isMfaRegistered', 'isMfaCapable', 'methodsRegistered'],
  row,
  toRecords(report) {
    const body: RegistrationBody = {
      userPrincipalName: report.userPrincipalName ?? '',
      userDisplayName: report.userDisplayName ?? '',
      userType: report.userType?.trim() || null,
      isAdmin: report.isAdmin ?? null,
      isMfaRegistered: report.isMfaRegistered ?? null,
      isMfaCapable: report.isMfaCapable ?? null,
      isPasswordlessCapable: report.isPasswordlessCapable ?? null,
      isSsprRegistered: report.isSsprRegistered ?? null,
      isSsprEnabled: report.isSsprEnabled ?? null,
      isSsprCapable: report.isSsprCapable ?? null,
      methodsRegistered: methodsOf(report),
      isSystemPreferredAuthenticationMethodEnabled:
        report.isSystemPreferredAuthenticationMethodEnabled ?? null,
      systemPreferredAuthenticationMethods: sorted(
        report.systemPreferredAuthenticationMethods ?? [],
      ),
      userPreferredMethodForSecondaryAuthentication:
        report.userPreferredMethodForSecondaryAuthentication || null,
    };
    return [
      {
        key: report.id.toLowerCase(),
        body: { ...body },
        refreshedAt: report.lastUpdatedDateTime || undefined,
      },
    ];
  },
};
