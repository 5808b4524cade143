import {
  changeKinds,
  type ChangeKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { changeKindOf } from '../../assess/changeKindOf';
import type { ChangeCount } from '../../store/read/changes/countTransitions';
import type { ListedTransitions } from '../../store/read/changes/transitions';

/** What the transitions in which people changed come to. */
export interface Kinds {
  people: number;
  counts: Record<ChangeKind, number>;
  /** By kind, the most important first; kinds that nobody has are left out. */
  transitions: (ListedTransitions & { kind: ChangeKind })[];
}

/** Gives each transition of changing its kind, and adds up the people. */
export function kindsOf(changed: readonly ChangeCount[]): Kinds {
  const byKind = new Map(
    changeKinds.map((kind, rank) => [
      kind,
      { kind, rank, people: 0, transitions: [] as ChangeCount[] },
    ]),
  );
  let people = 0;
  for (const transition of changed) {
    const kind = changeKindOf(transition);
    const group = kind && byKind.get(kind);
    if (group) {
      group.transitions.push(transition);
      group.people += transition.people;
      people += transition.people;
    }
  }
  const transitions = [...byKind.values()];
  return {
    people,
    counts: Object.fromEntries(
      transitions.map(group => [group.kind, group.people]),
    ) as Record<ChangeKind, number>,
    transitions: transitions.filter(group => group.people > 0),
  };
}
