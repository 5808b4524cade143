import {
  scopeClassSchema,
  stateSchema,
  tierSchema,
} from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { ABSENT, conditionOf, packCondition } from '../assess/condition';
import type { NewPersonChange } from '../store/evaluate/insertPersonChanges';
import type { PersonRow } from '../store/sql/tables';
import { toBoolean } from '../store/sql/toBoolean';

type ConditionRow = Pick<
  PersonRow,
  'state' | 'scope_class' | 'registered' | 'capable' | 'tier'
>;
type NamedRow = ConditionRow &
  Pick<PersonRow, 'object_id' | 'display_name' | 'user_principal_name'>;

/** What a snapshot changes of people, gathered batch by batch. */
export class PersonChanges {
  readonly #hasHistory: boolean;
  #changes: NewPersonChange[] = [];

  /** @param options - `hasHistory`: whether a snapshot came before; without one nothing changes */
  constructor(options: { hasHistory: boolean }) {
    this.#hasHistory = options.hasHistory;
  }

  /**
   * Notes how a person is another one than before.
   *
   * @param isByRules - whether the rules alone account for that; given what the person was
   */
  compare(
    row: NamedRow,
    last: NamedRow | null,
    isByRules: (before: number) => boolean,
  ): void {
    if (!this.#hasHistory) {
      return;
    }
    const before = last ? codeOf(last) : ABSENT;
    const after = codeOf(row);
    const renamed =
      last !== null &&
      (row.display_name !== last.display_name ||
        row.user_principal_name !== last.user_principal_name);
    if (before === after && !renamed) {
      return;
    }
    this.#changes.push({
      object_id: row.object_id,
      condition_before: before,
      condition_after: after,
      renamed,
      by_rules: last !== null && before !== after && isByRules(before),
    });
  }

  /** Notes who is not in the directory any more. */
  gone(people: readonly NamedRow[]): void {
    for (const last of people) {
      this.#changes.push({
        object_id: last.object_id,
        condition_before: codeOf(last),
        condition_after: ABSENT,
        renamed: false,
        by_rules: false,
      });
    }
  }

  /** What was noted since the last time. */
  take(): NewPersonChange[] {
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }
}

function codeOf(row: ConditionRow): number {
  return packCondition(
    conditionOf({
      state: stateSchema.parse(row.state),
      scopeClass: scopeClassSchema.nullable().parse(row.scope_class),
      registered: toBoolean(row.registered),
      capable: toBoolean(row.capable),
      tier: tierSchema.nullable().parse(row.tier),
    }),
  );
}
