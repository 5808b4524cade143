import { z } from 'zod';
import { dateTime } from './dateTime';
import type { Collector, RegistrationBody } from './types';

const text = z.string().nullish();
const names = z.array(z.string());

/**
 * The flags and the methods decide the figure, so nothing stands in for them. The rest is told apart
 * with care: documented samples have `""` where there is no value.
 */
const row = z.object({
  id: z.string().min(1),
  userPrincipalName: text,
  userDisplayName: text,
  userType: text,
  isAdmin: z.boolean().nullish(),
  isMfaRegistered: z.boolean(),
  isMfaCapable: z.boolean(),
  isPasswordlessCapable: z.boolean(),
  isSsprRegistered: z.boolean(),
  isSsprEnabled: z.boolean(),
  isSsprCapable: z.boolean(),
  methodsRegistered: names,
  isSystemPreferredAuthenticationMethodEnabled: z.boolean().nullish(),
  systemPreferredAuthenticationMethods: names.nullish(),
  userPreferredMethodForSecondaryAuthentication: text,
  lastUpdatedDateTime: dateTime,
});

type Row = z.infer<typeof row>;

/**
 * Graph gives lists in any order; sorted, an unchanged row stays unchanged. A name that is given twice is
 * one: no method has more people than there are.
 */
function sorted(list: string[] | null | undefined): string[] {
  return list && list.length > 1 ? [...new Set(list)].sort() : list ?? [];
}

/** Graph writes "never" as a date before its own time. */
function refreshed(date: string | null | undefined): string | undefined {
  return date && date >= '1901' ? date : undefined;
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
  required: true,
  row,
  toRecords(report) {
    const body: RegistrationBody = {
      userPrincipalName: report.userPrincipalName ?? '',
      userDisplayName: report.userDisplayName ?? '',
      userType: report.userType || null,
      isAdmin: report.isAdmin ?? null,
      isMfaRegistered: report.isMfaRegistered,
      isMfaCapable: report.isMfaCapable,
      isPasswordlessCapable: report.isPasswordlessCapable,
      isSsprRegistered: report.isSsprRegistered,
      isSsprEnabled: report.isSsprEnabled,
      isSsprCapable: report.isSsprCapable,
      methodsRegistered: sorted(report.methodsRegistered),
      isSystemPreferredAuthenticationMethodEnabled:
        report.isSystemPreferredAuthenticationMethodEnabled ?? null,
      systemPreferredAuthenticationMethods: sorted(
        report.systemPreferredAuthenticationMethods,
      ),
      userPreferredMethodForSecondaryAuthentication:
        report.userPreferredMethodForSecondaryAuthentication || null,
    };
    return [
      {
        key: report.id.toLowerCase(),
        body: { ...body },
        refreshedAt: refreshed(report.lastUpdatedDateTime),
      },
    ];
  },
};
