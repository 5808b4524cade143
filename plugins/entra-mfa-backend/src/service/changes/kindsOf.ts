import {
  changeKinds,
  type ChangeKind,
} from 'backstage-plugin-entra-mfa-common';
import { classifyChange } from '../../assess/classifyChange';
import { unpackCondition } from '../../assess/condition';
import type { ChangeCount } from '../../store/read/changes/countWays';
import type { ListedWays } from '../../store/read/changes/ways';

/** What the ways in which people changed come to. */
export interface Kinds {
  people: number;
  counts: Record<ChangeKind, number>;
  /** By kind, the most important first; kinds that nobody has are left out. */
  ways: (ListedWays & { kind: ChangeKind })[];
}

/** Gives each way of changing its kind, and adds up the people. */
export function kindsOf(changed: readonly ChangeCount[]): Kinds {
  const byKind = new Map(
    changeKinds.map((kind, rank) => [
      kind,
      { kind, rank, people: 0, ways: [] as ChangeCount[] },
    ]),
  );
  let people = 0;
  for (const way of changed) {
    const kind = classifyChange({
      before: unpackCondition(way.net_before),
      after: unpackCondition(way.net_after),
      renamed: way.net_renamed === 1,
      onlyByRules: way.net_by_rules === 1,
    });
    const group = kind && byKind.get(kind);
    if (group) {
      group.ways.push(way);
      group.people += way.people;
      people += way.people;
    }
  }
  const ways = [...byKind.values()];
  return {
    people,
    counts: Object.fromEntries(
      ways.map(group => [group.kind, group.people]),
    ) as Record<ChangeKind, number>,
    ways: ways.filter(group => group.people > 0),
  };
}
