import { z } from 'zod';
import { instant } from './instant';
import { orNone } from './orNone';
import { riskLevelOf, riskStateOf } from './risk';
import type { Collector, RiskyUserBody } from './types';

const row = z.object({
  id: z.string().min(1),
  isDeleted: orNone(z.boolean()),
  riskState: z.string(),
  riskLevel: orNone(z.string()),
  riskLastUpdatedDateTime: orNone(instant),
});

type Row = z.infer<typeof row>;

/**
 * Who is at risk by Identity Protection. Microsoft keeps those whose risk was dealt with, who are not asked for. Source:
 * resource type `riskyUser`.
 */
export const riskyUsers: Collector<Row> = {
  id: 'risky-users',
  title: 'Risky users',
  source: 'graph',
  endpoint: '/identityProtection/riskyUsers',
  query: {
    $filter: `riskState eq 'atRisk' or riskState eq 'confirmedCompromised'`,
    $top: '500',
  },
  pace: 'protection',
  permission: 'IdentityRiskyUser.Read.All',
  licence: 'Microsoft Entra ID P2',
  why: 'To put who is at risk without MFA first',
  documentation: 'https://learn.microsoft.com/graph/api/riskyuser-list',
  required: 'no',
  optional: 'always',
  onlyWhileGiven: true,
  ofPeople: 'id',
  row,
  toRecords(user) {
    const state = riskStateOf(user.riskState);
    if (user.isDeleted || (state !== 'at-risk' && state !== 'compromised')) {
      return [];
    }
    const body: RiskyUserBody = {
      level: riskLevelOf(user.riskLevel),
      state,
      day: user.riskLastUpdatedDateTime?.slice(0, 10) ?? null,
    };
    return [{ key: user.id.toLowerCase(), body: { ...body } }];
  },
};
