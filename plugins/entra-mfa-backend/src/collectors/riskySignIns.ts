import {
  riskySignInOutcomes,
  type RiskySignInOutcome,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { z } from 'zod';
import { instant } from './instant';
import { orNone } from './orNone';
import { riskStateOf } from './risk';
import type { Collector, RiskySignInsBody } from './types';

const signIn = z
  .object({
    createdDateTime: instant,
    riskState: orNone(z.string()),
    conditionalAccessStatus: orNone(z.string()),
    status: z.object({ errorCode: z.number() }),
  })
  .transform(one => ({ at: one.createdDateTime, name: outcomeOf(one) }));

function outcomeOf({
  status,
  conditionalAccessStatus,
  riskState,
}: {
  status: { errorCode: number };
  conditionalAccessStatus?: string | null;
  riskState?: string | null;
}): RiskySignInOutcome {
  if (status.errorCode !== 0) {
    return conditionalAccessStatus === 'failure' ? 'blocked' : 'failed';
  }
  return riskStateOf(riskState) === 'remediated' ? 'proved' : 'let-in';
}

const row = z.object({
  day: z.iso.date(),
  name: z.enum(riskySignInOutcomes),
  count: z.number(),
});

type Row = z.infer<typeof row>;

/** The level says nothing: without Entra ID P2 it is hidden, whether there was a risk or not. */
const states = ['atRisk', 'confirmedCompromised', 'remediated'];

/**
 * How many sign-ins were risky, by day and by what became of them: nobody's name, no address and no place is kept.
 * Source: resource type `signIn`.
 */
export const riskySignIns: Collector<Row> = {
  id: 'risky-sign-ins',
  title: 'Risky sign-ins',
  source: 'graph',
  endpoint: '/auditLogs/signIns',
  query: {
    $filter: `createdDateTime ge {since} and (${states
      .map(state => `riskState eq '${state}'`)
      .join(' or ')})`,
    $top: '1000',
  },
  pace: 'reports',
  permission: 'AuditLog.Read.All',
  licence: 'Microsoft Entra ID P1 or P2',
  why: 'To count risky sign-ins, and what became of them',
  documentation: 'https://learn.microsoft.com/graph/api/signin-list',
  required: 'no',
  optional: 'always',
  cadenceHours: 6,
  counted: {
    row: signIn,
    firstDays: 30,
    againDays: 2,
  },
  row,
  toRecords({ day, name, count }) {
    const body: RiskySignInsBody = { day, outcome: name, count };
    return [{ key: `${day}|${name}`, body: { ...body } }];
  },
};
