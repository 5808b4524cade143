import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Condition } from '../../../assess/condition';
import {
  eventOf,
  known,
  type EventAt,
  type EventClass,
  type EventOf,
} from './event';
import { userOf } from './userOf';

/** Account Change. OCSF 1.9 moves its MFA factors to a class of their own, 3007. */
const accountChange: EventClass = {
  category_uid: 3,
  category_name: 'Identity & Access Management',
  class_uid: 3001,
  class_name: 'Account Change',
};

const activities = {
  gained: { activity: { id: 10, name: 'MFA Factor Enable' }, severity: 1 },
  lost: { activity: { id: 11, name: 'MFA Factor Disable' }, severity: 3 },
} as const;

/** That a person gained or lost their registration. */
export interface FactorChange {
  kind: keyof typeof activities;
  /** How the person was when it was last known whether they had registered. */
  before: Condition;
}

/** A registration that was gained or lost by a snapshot, in which the person is as given. */
export function toAccountChange(
  of: EventOf,
  { kind, before }: FactorChange,
  person: Person,
  at: EventAt,
) {
  return eventOf(of, accountChange, at, {
    ...activities[kind],
    about: { user: userOf(of, person) },
    unmapped: known({
      state_before: before.state,
      state: person.state,
      reason: person.reason,
      scope_class: person.scopeClass,
      tier_before: before.tier,
      tier: person.tier,
    }),
  });
}
