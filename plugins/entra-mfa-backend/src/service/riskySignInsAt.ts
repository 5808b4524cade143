import {
  riskySignInOutcomes,
  type RiskySignInOutcome,
  type RiskySignIns,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { RiskySignInsBody } from '../collectors/types';
import type { Snapshot, SnapshotView } from '../store/asOf/types';
import { readRecords } from '../store/run/readRecords';
import type { ReadContext } from './types';

const SHOWN_DAYS = 30;
const DAY = 86_400_000;

/** How many risky sign-ins there were in the 30 days before a snapshot; null where they were not read. */
export async function riskySignInsAt(
  { knex }: ReadContext,
  found: { snapshot: Snapshot; view: SnapshotView } | null,
): Promise<RiskySignIns | null> {
  const dataSet = 'risky-sign-ins';
  const version: number | undefined =
    found && JSON.parse(found.snapshot.dataSets)[dataSet]?.version;
  if (!found || version === undefined) {
    return null;
  }
  const { snapshot, view } = found;
  const before = new Date(snapshot.at.getTime() - SHOWN_DAYS * DAY)
    .toISOString()
    .slice(0, 10);
  const days = new Map<string, Record<RiskySignInOutcome, number>>();
  const of = { tenantId: view.tenantId, dataSet, version };
  for await (const { body } of readRecords<RiskySignInsBody>(knex, of)) {
    const { day, outcome, count } = body;
    if (day > before) {
      const counts = days.get(day) ?? noneOfAny();
      counts[outcome] = count;
      days.set(day, counts);
    }
  }
  return {
    days: [...days]
      .map(([day, counts]) => ({ day, counts }))
      .filter(({ counts }) => Object.values(counts).some(Boolean))
      .sort((one, other) => (one.day < other.day ? 1 : -1)),
  };
}

function noneOfAny() {
  return Object.fromEntries(
    riskySignInOutcomes.map(outcome => [outcome, 0]),
  ) as Record<RiskySignInOutcome, number>;
}
