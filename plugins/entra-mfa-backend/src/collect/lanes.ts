import type { Collector, DataSetId } from '../collectors/types';

/** What of a collector says where it stands among the others. */
export type InLane = Pick<
  Collector,
  'id' | 'pace' | 'forEach' | 'ofPeople' | 'identifiesTenant'
>;

/** Data sets that are read after each other, in the order in which they are given. */
export interface Lane<Item extends InLane> {
  collectors: {
    collector: Item;
    /** Ids of those that are read to their end before it is begun, of whatever lane. */
    after: DataSetId[];
  }[];
}

/** What is taken from what the run has read of others. */
const takesFrom: Partial<
  Record<NonNullable<Collector['forEach']>, readonly DataSetId[]>
> = {
  'policy-groups': ['conditional-access', 'authentication-methods'],
  'accounts-without-mfa': ['users', 'registrations'],
};

/**
 * Which data sets can be read beside each other: those whose requests are counted by different limits of Microsoft.
 * What no limit of its own holds back, the catalog too, is one lane, so that few indexes are in memory at a time.
 *
 * A data set waits for none that comes later in the list, so there is always one that can be read.
 */
export function lanesOf<Item extends InLane>(
  collectors: readonly Item[],
): Lane<Item>[] {
  const lanes = new Map<string, Lane<Item>>();
  const before = new Set<DataSetId>();
  const identifying: DataSetId[] = [];
  for (const collector of collectors) {
    const name = laneOf(collector);
    const lane = lanes.get(name) ?? { collectors: [] };
    lanes.set(name, lane);
    const after = [...identifying, ...neededBy(collector)];
    lane.collectors.push({
      collector,
      after: [...new Set(after)].filter(id => before.has(id)),
    });
    before.add(collector.id);
    if (collector.identifiesTenant) {
      identifying.push(collector.id);
    }
  }
  return [...lanes.values()];
}

function laneOf({ pace, forEach }: InLane): string {
  // It waits for the report, and must keep nothing else waiting.
  if (forEach === 'accounts-without-mfa') {
    return forEach;
  }
  return pace === 'catalog' ? 'directory' : pace;
}

/** Who is a person says the directory as this run has read it. */
function neededBy({ id, ofPeople, forEach }: InLane): readonly DataSetId[] {
  const people: DataSetId[] =
    ofPeople !== undefined || forEach !== undefined || id === 'registrations'
      ? ['users']
      : [];
  return [...people, ...((forEach && takesFrom[forEach]) ?? [])];
}
