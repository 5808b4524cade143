import { z } from 'zod';
import type { Collector, FeatureSummaryBody } from './types';

const count = z.number().int().nonnegative();

const row = z.object({
  totalUserCount: count,
  userRegistrationFeatureCounts: z.array(
    z.object({ feature: z.string(), userCount: count }),
  ),
});

type Row = z.infer<typeof row>;

/**
 * Microsoft's own count of who is MFA capable, to compare with. It is documented for signed-in users
 * alone, so most tenants refuse it to an app, and nothing rests on it.
 */
export const featureSummary: Collector<Row> = {
  id: 'feature-summary',
  title: 'Microsoft’s own count',
  source: 'graph',
  endpoint:
    "/reports/authenticationMethods/usersRegisteredByFeature(includedUserTypes='all',includedUserRoles='all')",
  query: {},
  pace: 'reports',
  permission: 'AuditLog.Read.All',
  licence: 'Microsoft Entra ID P1 or P2',
  why: 'To compare the count with Microsoft’s own, where the tenant answers it to an app',
  documentation:
    'https://learn.microsoft.com/graph/api/authenticationmethodsroot-usersregisteredbyfeature',
  required: 'no',
  optional: 'always',
  onlyWhileGiven: true,
  answer: 'one',
  row,
  toRecords(summary) {
    const capable = summary.userRegistrationFeatureCounts.find(
      ({ feature }) => feature === 'mfaCapable',
    );
    const body: FeatureSummaryBody = {
      users: summary.totalUserCount,
      mfaCapable: capable?.userCount ?? null,
    };
    return [{ key: 'all', body: { ...body } }];
  },
};
