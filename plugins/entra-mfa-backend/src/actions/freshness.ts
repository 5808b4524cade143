import type { EntraMfaAsOf } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Z } from './types';

const causes = {
  'not-read':
    'the portal has not read Microsoft Entra completely for longer than is allowed',
  'report-old':
    'Microsoft has not refreshed its registration report for longer than is allowed',
  disconnected: 'nothing is read of this tenant any more',
} as const;

/** The first field of every answer with figures: whether they may be relied on, and of when they are. */
export function freshnessSchema(z: Z) {
  return z
    .object({
      state: z.enum(['fresh', 'stale', 'held', 'no-data']),
      statement: z.string(),
      readAt: z.string().nullable(),
      reportRefreshedAt: z.string().nullable(),
      snapshotAt: z.string().nullable(),
      snapshot: z.number().nullable(),
    })
    .describe(
      'Whether the answer may be relied on. Tell it with every figure.',
    );
}

/** The same, of an answer. `at` is what was asked for. */
export function freshnessOf(asOf: EntraMfaAsOf, at?: string) {
  const { trust, readAt, reportRefreshedAt, snapshot } = asOf;
  return {
    state: trust,
    statement: statementOf(asOf, at),
    readAt,
    reportRefreshedAt,
    snapshotAt: snapshot?.at ?? null,
    snapshot: snapshot?.number ?? null,
  };
}

function statementOf(asOf: EntraMfaAsOf, at: string | undefined): string {
  const { trust, staleCauses, heldSince, readAt } = asOf;
  const when = at === undefined ? '' : ` As it was at ${at}, not as it is now.`;
  const read = readAt === null ? '' : ` Read at ${readAt}.`;
  const notNow =
    at === undefined ? ' Do not tell it as how things are now.' : '';
  const why = staleCauses.map(cause => causes[cause]).join('; ');
  const old = why === '' ? '' : ` It is too old besides: ${why}.`;
  switch (trust) {
    case 'no-data':
      return 'NO DATA: nothing of this tenant has been published yet. No figure of it is known.';
    case 'held':
      return `HELD: a sudden fall of the figure is held back since ${heldSince} until somebody has looked at it. What follows is from before the fall.${old}${notNow}${read}${when}`;
    case 'stale':
      return `STALE: ${why}.${notNow}${read}${when}`;
    default:
      return `FRESH.${read}${when}`;
  }
}
