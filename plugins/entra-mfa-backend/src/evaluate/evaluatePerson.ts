import { assessPerson } from '../assess/assessPerson';
import { conditionOf, packCondition } from '../assess/condition';
import {
  enabledSince,
  followEnablement,
  type Enablement,
} from '../assess/enablement';
import type { Standing } from '../assess/FigureChange';
import { toPersonFacts } from '../assess/toPersonFacts';
import type { Assessment, PersonFacts, RuleSettings } from '../assess/types';
import type { LeaveDateBody, UserBody } from '../collectors/types';
import { toBoolean } from '../store/sql/toBoolean';
import { toDateOrNull } from '../store/sql/instant';
import type { PeopleFactsRow } from '../store/evaluate/readPeopleFacts';
import type { AssessContext } from './AssessContext';
import { hasSameFacts } from './RulesChange';

/** What is known of a person besides the rows. */
export interface Known {
  user: UserBody;
  exception: PersonFacts['exception'];
  asked: PersonFacts['asked'];
  failedAt: PersonFacts['failedAt'];
  isAtRisk: PersonFacts['isAtRisk'];
  mailbox: PersonFacts['mailbox'];
  scopeGroups: PersonFacts['scopeGroups'];
  enablement: Enablement;
}

/** Assesses one person by what is stored of them, and what is known besides. */
export function evaluatePerson(
  context: AssessContext,
  facts: PeopleFactsRow,
  known: Known,
): Assessment {
  const { user, enablement, ...rest } = known;
  const { rules, at, report, reportRefreshedAt, isNewReport, roles } = context;
  return assessPerson(
    toPersonFacts(
      {
        objectId: facts.object_id,
        user,
        registration: facts.registration_body,
        noRowRuns: facts.last?.no_row_runs ?? 0,
        enabledSince: enabledSince(enablement),
      },
      {
        report,
        reportRefreshedAt,
        isNewReport,
        roles: roles.of(facts.object_id),
        ...rest,
      },
    ),
    rules,
    at,
  );
}

/**
 * Assesses one person by the rules before. A group that only those named is not read any more: who was left out by it
 * is taken for still in it, so that its rule's end is put down to the rules.
 */
function evaluateBy(
  rules: RuleSettings,
  context: AssessContext,
  facts: PeopleFactsRow,
  known: Known,
): Assessment {
  const scopeGroups = new Map(known.scopeGroups);
  for (const { name, group } of rules.scopeRules ?? []) {
    const isNamed = context.rules.scopeRules?.some(
      rule => rule.group === group,
    );
    if (group !== null && !isNamed) {
      scopeGroups.set(group, facts.last?.scope_rule === name);
    }
  }
  return evaluatePerson({ ...context, rules }, facts, {
    ...known,
    scopeGroups,
  });
}

/** Whether the rules alone account for what a person is now. */
export function isByRules(
  context: AssessContext,
  facts: PeopleFactsRow,
  known: Known,
  { before, assessment }: { before: number; assessment: Assessment },
): boolean {
  const { rulesChange } = context;
  if (rulesChange?.of === 'settings') {
    const then = evaluateBy(rulesChange.before, context, facts, known);
    return packCondition(conditionOf(then)) === before;
  }
  return (
    rulesChange !== null &&
    hasSameFacts(facts, assessment, rulesChange.versions)
  );
}

/** Whether the account can sign in, and since when, followed on from the assessment before. */
export function enablementOf(
  { last }: PeopleFactsRow,
  { accountEnabled, createdDateTime }: UserBody,
  at: Date,
): Enablement {
  const before = last && {
    enabled: toBoolean(last.enabled),
    since: toDateOrNull(last.enablement_since),
  };
  return followEnablement(accountEnabled, createdDateTime, before, at);
}

/** When the person leaves, as far as the directory says. */
export function leaveAt({ leave_body }: PeopleFactsRow): Date | null {
  if (leave_body === null) {
    return null;
  }
  const { employeeLeaveDateTime }: LeaveDateBody = JSON.parse(leave_body);
  return new Date(employeeLeaveDateTime);
}

/** How the person stands in the figure that is published. */
export function standingOf({ last }: PeopleFactsRow): Standing | null {
  return (
    last && {
      state: last.state,
      scopeClass: last.scope_class,
      exceptionId: last.exception_id,
    }
  );
}

/**
 * How the data alone would have the person stand, by the rules of the figure that is published: what
 * other rules change is no fall of the figure, and hides none.
 */
export function standingByData(
  context: AssessContext,
  facts: PeopleFactsRow,
  known: Known,
  assessment: Assessment,
): Standing {
  const { rulesChange } = context;
  if (rulesChange?.of === 'settings') {
    return evaluateBy(rulesChange.before, context, facts, known);
  }
  return rulesChange !== null &&
    hasSameFacts(facts, assessment, rulesChange.versions)
    ? standingOf(facts) ?? assessment
    : assessment;
}
