import { evidenceItem } from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import type { CheckOutcome } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { tallyOf } from '../assess/breakGlass/tallyOf';
import { changeKindOf } from '../assess/changeKindOf';
import type { PublishAlso } from '../evaluate/assessTenant';
import { countHolds, readLastReview } from '../store/controls/readRegisters';
import type { Findings } from '../store/evidence/appendEvidence';
import { readChangeTotals } from '../store/read/changes/readChangeTotals';
import { transitionOfCode } from '../store/read/changes/transitions';
import { toDate } from '../store/sql/instant';
import type { LoadedFacts } from './loadFacts';
import { remediationAt } from './remediationAt';

/**
 * What goes on record beside the figures: what people decided, whom the snapshot changed, and who is at risk. It names
 * nobody.
 */
export async function registerFindings(
  trx: Knex,
  { view, at, stand, rulesVersion }: Parameters<PublishAlso>[1],
  { facts, counts, register, exceptions }: LoadedFacts,
): Promise<Findings> {
  const { tenantId, snapshot } = view;
  const of = { tenant: tenantId, rulesVersion };
  const { marks, atRiskUncovered = 0 } = counts;
  return {
    'break-glass-register': evidenceItem('break-glass-register', of, {
      accounts: register.length,
      checks: checksOf(register),
      drills: {
        recorded: register.flatMap(({ drills }) => drills).length,
        last: register
          .flatMap(({ drills }) => drills.slice(0, 1))
          .map(({ held_on }) => held_on)
          .sort(),
      },
    }),
    'exceptions-in-force': evidenceItem('exceptions-in-force', of, {
      ...facts.exceptions,
      until: countBy(exceptions.map(({ until }) => until)),
    }),
    changes: evidenceItem(
      'changes',
      of,
      await changesOf(trx, tenantId, snapshot),
    ),
    'access-reviews': evidenceItem(
      'access-reviews',
      of,
      await reviewsOf(trx, tenantId, at),
    ),
    holds: evidenceItem('holds', of, await countHolds(trx, tenantId)),
    'risk-summary':
      stand.dataSets['risky-users'] === undefined
        ? null
        : evidenceItem('risk-summary', of, {
            atRisk: marks['at-risk'] ?? 0,
            uncovered: atRiskUncovered,
          }),
    remediation: evidenceItem('remediation', of, {
      gaps: await remediationAt(trx, view, at),
    }),
  };
}

function checksOf(register: LoadedFacts['register']) {
  const byCheck = new Map<string, CheckOutcome[]>();
  for (const { check, outcome } of register.flatMap(({ checks }) => checks)) {
    byCheck.set(check, [...(byCheck.get(check) ?? []), outcome]);
  }
  return Object.fromEntries(
    [...byCheck].map(([check, outcomes]) => [check, tallyOf(outcomes)]),
  );
}

async function changesOf(trx: Knex, tenantId: string, snapshot: number) {
  const before = await readChangeTotals(trx, tenantId, snapshot - 1);
  const after = await readChangeTotals(trx, tenantId, snapshot);
  const kinds: Record<string, number> = {};
  let people = 0;
  for (const [code, total] of after) {
    const changed = total - (before.get(code) ?? 0);
    const kind = changed > 0 && changeKindOf(transitionOfCode(code));
    if (kind) {
      kinds[kind] = (kinds[kind] ?? 0) + changed;
      people += changed;
    }
  }
  return { people, kinds };
}

async function reviewsOf(trx: Knex, tenantId: string, at: Date) {
  const { closed, kinds, last } = await readLastReview(trx, tenantId, at);
  return {
    closed,
    kinds,
    last: last && {
      review: last.review,
      kind: last.scope.scope_kind,
      scope: last.scope.scope_id || null,
      closedAt: toDate(last.closedAt).toISOString(),
      people: last.counts.items,
      decided: last.counts.decided,
      decisions: last.counts.decisions,
    },
  };
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) {
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
