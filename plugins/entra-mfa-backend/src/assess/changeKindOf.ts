import type { ChangeKind } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { classifyChange } from './classifyChange';
import { unpackCondition } from './condition';

/** Conditions before and after as numbers, and flags as 0 or 1, as they are stored. */
export interface PackedChange {
  net_before: number;
  net_after: number;
  net_renamed: number;
  net_by_rules: number;
}

/** The kind of a change as it is stored; null where nothing that is followed is another. */
export function changeKindOf(change: PackedChange): ChangeKind | null {
  return classifyChange({
    before: unpackCondition(change.net_before),
    after: unpackCondition(change.net_after),
    renamed: change.net_renamed === 1,
    onlyByRules: change.net_by_rules === 1,
  });
}
