import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { EvidenceBody, EvidenceType } from '../items';

type Counts = Record<string, number>;

/** What is counted of everybody. */
export interface Recount {
  directory: number;
  states: Counts;
  reasons: Counts;
  tiers: Counts;
  noTier: number;
  privileged: Counts;
}

const personSchema = z.object({
  state: z.string(),
  reason: z.string(),
  tier: z.string().nullable(),
  privileged: z.boolean().nullable(),
});

function add(counts: Counts, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

/** Counts the people of a bundle, line by line. */
export async function recountPeople(
  bytes: AsyncIterable<Uint8Array>,
): Promise<Recount> {
  const counted: Recount = {
    directory: 0,
    states: {},
    reasons: {},
    tiers: {},
    noTier: 0,
    privileged: {},
  };
  const input = Readable.from(bytes, { objectMode: false });
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    const person = personSchema.parse(JSON.parse(line));
    const { state, reason, tier, privileged } = person;
    counted.directory += 1;
    add(counted.states, state);
    add(counted.reasons, `${state} ${reason}`);
    if (state !== 'out-of-scope') {
      if (tier === null) {
        counted.noTier += 1;
      } else {
        add(counted.tiers, tier);
      }
      if (privileged) {
        add(counted.privileged, state);
      }
    }
  }
  return counted;
}

/** Whether both say the same; what is 0 need not be said. */
function isSame(one: Counts, other: Counts): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    name => (one[name] ?? 0) === (other[name] ?? 0),
  );
}

/**
 * Whether what is to be mended can be so: whoever is uncovered has a gap, who is not known may have one still, and the
 * register of break-glass accounts has one where its test is missed.
 */
function isMended(
  { states: { uncovered = 0, unknown = 0 } }: Recount,
  bodies: { [T in EvidenceType]?: unknown },
): boolean {
  const { gaps } = (bodies.remediation ?? {
    gaps: {},
  }) as EvidenceBody<'remediation'>;
  const { tests } = (bodies['control-tests'] ?? {
    tests: {},
  }) as EvidenceBody<'control-tests'>;
  const people = gaps.uncovered?.open ?? uncovered;
  const register = tests['break-glass']?.outcome;
  const accounts = gaps['break-glass']?.open;
  return (
    people >= uncovered &&
    people <= uncovered + unknown &&
    (accounts === undefined ||
      (register !== 'met' && register !== 'not-met') ||
      accounts === (register === 'met' ? 0 : 1)) &&
    Object.values(gaps).every(
      ({ open, openByAge }) =>
        open === Object.values(openByAge).reduce((sum, one) => sum + one, 0),
    )
  );
}

/** Null where figures are those of a recount, otherwise which one is not. */
export function differenceOf(
  counted: Recount,
  bodies: { [T in EvidenceType]?: unknown },
): string | null {
  const inventory = bodies[
    'user-inventory-summary'
  ] as EvidenceBody<'user-inventory-summary'>;
  const methods = bodies[
    'strength-and-methods'
  ] as EvidenceBody<'strength-and-methods'>;
  const registration = bodies[
    'registration-summary'
  ] as EvidenceBody<'registration-summary'>;
  if (!inventory || !methods || !registration) {
    return 'the summaries are missing';
  }
  const { covered, uncovered, unknown, exempt } = registration;
  const states = { covered, uncovered, unknown, exempt };
  const { 'out-of-scope': _, ...inScope } = counted.states;
  const reasons = Object.fromEntries(
    inventory.reasons.map(({ state, reason, count }) => [
      `${state} ${reason}`,
      count,
    ]),
  );
  const privileged = bodies['privileged-summary'] as
    | EvidenceBody<'privileged-summary'>
    | undefined;
  const wrong = Object.entries({
    people: counted.directory !== inventory.directory,
    states: !isSame(counted.states, inventory.states),
    'states in scope': !isSame(inScope, states),
    reasons: !isSame(counted.reasons, reasons),
    strengths:
      !isSame(counted.tiers, methods.tiers) ||
      counted.noTier !== methods.noTier,
    'privileged people':
      privileged !== undefined &&
      (privileged.people !==
        Object.values(counted.privileged).reduce((a, b) => a + b, 0) ||
        privileged.covered !== (counted.privileged.covered ?? 0) ||
        privileged.uncovered !== (counted.privileged.uncovered ?? 0)),
    gaps: !isMended(counted, bodies),
  }).find(([, isWrong]) => isWrong);
  return wrong ? `the numbers of ${wrong[0]} are others` : null;
}
