import {
  exceptionActions,
  type Exception,
  type ExceptionAction,
  type ExceptionSubject,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { dayOf, daysBetween } from '../../assess/exceptions/days';
import { exceptionState } from '../../assess/exceptions/exceptionState';
import { refuseStep } from '../../assess/exceptions/refusals';
import type { Actor } from '../../assess/exceptions/types';
import { toDate } from '../../store/sql/instant';
import { toExceptionFacts } from '../../store/exceptions/toExceptionFacts';
import type { ExceptionRow, PersonRow } from '../../store/sql/tables';
import type { ToldGroups } from './toldGroups';
import type { ExceptionAccess } from './types';

/** What exceptions are told with: who asks, as of when, and the names that they may see. */
export interface ExceptionView {
  access: ExceptionAccess;
  /** The time as of which they are told. */
  at: Date;
  /** Whether that is now, and all that is on record has happened. */
  isNow: boolean;
  /** Who asks; null where nothing can be done: of the past, or for a service. */
  actor: Actor | null;
  /** Who asked for each, as users of the portal. */
  requesters: ReadonlyMap<string, Actor>;
  /** The addresses of the people for whom they are, by object id. */
  addresses: ReadonlyMap<string, readonly string[]>;
  unidentifiedMayDecide: boolean;
  people: ReadonlyMap<string, Pick<PersonRow, 'display_name' | 'entity_ref'>>;
  titles: ReadonlyMap<string, string>;
  groups: ToldGroups;
  /** People who are exempt by each; null where the caller may see none. */
  exempt: ReadonlyMap<string, number> | null;
  remindDaysBefore: number;
}

/** A stored exception as the contract tells it, as it was at the time that is asked for. */
export function toException(
  row: ExceptionRow,
  telling: ExceptionView,
): Exception {
  const { access, at, isNow } = telling;
  const facts = toExceptionFacts(row);
  const state = exceptionState(facts, at, isNow);
  const seesAll = access.decides || access.people.kind === 'all';
  const taken = (step: Date | null) =>
    step && (isNow || step <= at) ? step.toISOString() : null;
  const decided = taken(facts.decidedAt);
  const ended = taken(facts.endedAt);
  // Of a group whose members were not known, nobody was counted.
  const asked =
    row.subject_kind === 'entra-group' && row.people_asked === 0
      ? null
      : row.people_asked;
  const daysLeft =
    state === 'in-force' ? daysBetween(dayOf(at), row.until) : null;
  return {
    id: row.exception_id,
    tenant: row.tenant_id,
    state,
    subject: toSubject(row, telling),
    reason: row.reason,
    until: row.until,
    requested: {
      by: row.requested_by,
      at: toDate(row.requested_at).toISOString(),
    },
    decision:
      decided === null
        ? null
        : {
            decision: row.decision!,
            by: row.decided_by!,
            at: decided,
            note: row.decision_note ?? '',
          },
    withdrawnAt: taken(facts.withdrawnAt),
    ended:
      ended === null
        ? null
        : { by: row.ended_by!, at: ended, note: row.end_note ?? '' },
    daysLeft,
    endsSoon: daysLeft !== null && daysLeft <= telling.remindDaysBefore,
    people: telling.exempt && (telling.exempt.get(row.exception_id) ?? 0),
    peopleAsked: seesAll ? asked : null,
    actions: exceptionActions.filter(action => may(action, row, telling)),
  };
}

function toSubject(
  row: ExceptionRow,
  { access, people, titles, groups }: ExceptionView,
): ExceptionSubject {
  const { subject_kind: kind, subject } = row;
  if (kind === 'group') {
    return { kind, ref: subject, title: titles.get(subject) ?? null };
  }
  const isTold =
    access.decides ||
    access.people.kind === 'all' ||
    row.requested_by === access.userRef;
  if (kind === 'rule') {
    return { kind, pattern: isTold ? subject : null };
  }
  if (kind === 'entra-group') {
    return {
      kind,
      id: isTold ? subject : null,
      name: isTold ? groups.names.get(subject) ?? null : null,
      known: groups.known.get(row.exception_id) ?? null,
    };
  }
  const person = people.get(subject);
  const seesEverybody = access.people.kind === 'all';
  return {
    kind,
    id: person || seesEverybody ? subject : null,
    name: person?.display_name ?? null,
    entityRef: person?.entity_ref ?? null,
  };
}

function may(
  action: ExceptionAction,
  row: ExceptionRow,
  telling: ExceptionView,
): boolean {
  const { access, actor, at, requesters, addresses } = telling;
  const requester = requesters.get(row.requested_by);
  if (!actor || !requester || !(action === 'withdraw' || access.decides)) {
    return false;
  }
  const subjectAddresses =
    (row.subject_kind === 'person' && addresses.get(row.subject)) || [];
  return !refuseStep(
    action,
    toExceptionFacts(row),
    { actor, requester, subjectAddresses },
    at,
    telling.unidentifiedMayDecide,
  );
}
