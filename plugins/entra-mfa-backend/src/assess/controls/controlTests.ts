import {
  controlTestIds,
  coverageOf,
  type ControlTestId,
  type NotEvaluatedReason,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { allRolesKnown } from '../roles/allRolesKnown';
import type {
  ControlFacts,
  ControlTest,
  Decision,
  Outcomes,
  PrivilegedFacts,
  TeamFacts,
} from './types';
import { teamTestIds, type TeamOutcomes, type TeamTestId } from './teamTests';

type TeamTest = (facts: TeamFacts) => Decision;

const DAY = 24 * 3_600_000;
/** A quarter, and not the calendar's: else every control would be missed on the first day of one. */
const REVIEW_DAYS = 92;
/** How many break-glass accounts there should be at least, as Microsoft recommends. */
const FEWEST_BREAK_GLASS = 2;
const EVERYBODY = 1000;

const nothing = {
  reason: null,
  count: null,
  of: null,
  targetPermille: null,
  short: null,
  days: null,
};

const decision = (isMet: boolean, figures: Partial<Decision>): Decision => ({
  ...nothing,
  outcome: isMet ? 'met' : 'not-met',
  ...figures,
});

const notEvaluated = (
  reason: NotEvaluatedReason,
  figures: Partial<Decision> = {},
): Decision => ({
  ...nothing,
  ...figures,
  outcome: 'not-evaluated',
  reason,
});

/** Everybody of some people: whom it is not known of is neither here nor there, so that it is not met. */
function everybody(
  { count, of, notKnown = 0 }: { count: number; of: number; notKnown?: number },
  reason: NotEvaluatedReason = 'people-not-known',
): Decision {
  const figures = {
    count,
    of,
    targetPermille: EVERYBODY,
    short: of - count - notKnown,
  };
  return figures.short === 0 && notKnown > 0
    ? notEvaluated(reason, figures)
    : decision(figures.short === 0, figures);
}

/** None of something. What was counted is counted whatever it is of. */
const none = (count: number, figures: Partial<Decision> = {}) =>
  decision(count === 0, { count, short: count, ...figures });

/** Whether it is known of anybody whether they have registered: else nobody has no method either. */
const knowsSomebody = ({ states }: TeamFacts['counts']) =>
  states.covered + states.uncovered > 0;

/** Of privileged people, once all of roles is known: what was missed before is missed whoever else there is. */
const ofPrivileged =
  (decide: (people: PrivilegedFacts) => Decision): TeamTest =>
  ({ privileged, roles }) => {
    const decided = decide(privileged);
    if (decided.outcome === 'not-met') return decided;
    if (!allRolesKnown(roles)) return notEvaluated('roles-not-known');
    return decided.of === 0 ? notEvaluated('nobody') : decided;
  };

const tests: Record<TeamTestId, TeamTest> &
  Record<Exclude<ControlTestId, TeamTestId>, ControlTest> = {
  coverage({ counts: { states }, targetPermille }) {
    const { covered, uncovered } = states;
    const { short, met } = coverageOf(covered, uncovered, targetPermille);
    const of = covered + uncovered;
    return of === 0
      ? notEvaluated('nobody')
      : decision(met === true, { count: covered, of, targetPermille, short });
  },

  // Where the report has no row of a member, as without Entra ID P1, nobody knows who is capable.
  'members-capable': ({ counts: { cis, inScope } }) =>
    cis && cis.members > 0
      ? everybody({ count: cis.capable, of: cis.members })
      : notEvaluated(inScope > 0 ? 'people-not-known' : 'nobody'),

  'all-phishing-resistant': ({ counts }) =>
    counts.inScope - counts.noTier > 0
      ? everybody({
          count: counts.tiers['phishing-resistant'],
          of: counts.inScope,
          notKnown: counts.noTier,
        })
      : notEvaluated('nobody'),

  'privileged-covered': ofPrivileged(({ covered, uncovered, unknown }) =>
    everybody({
      count: covered,
      of: covered + uncovered + unknown,
      notKnown: unknown,
    }),
  ),

  'privileged-phishing-resistant': ofPrivileged(people =>
    everybody({
      count: people.phishingResistant,
      of: people.covered + people.uncovered + people.unknown + people.exempt,
      notKnown: people.unknown,
    }),
  ),

  'privileged-not-phone-only': ofPrivileged(people => {
    const of = people.covered + people.uncovered + people.unknown;
    const figures = { of };
    return people.phoneOnly === 0 && people.unknown > 0
      ? notEvaluated('people-not-known', { count: 0, ...figures })
      : none(people.phoneOnly, figures);
  }),

  'roles-of-disabled'({ counts: { privileged }, roles }) {
    const count = privileged?.disabledWithRole ?? 0;
    return count === 0 && !allRolesKnown(roles)
      ? notEvaluated('roles-not-known')
      : none(count);
  },

  'break-glass'({ breakGlass: { passed, failed, notKnown } }) {
    const configured = passed + failed + notKnown;
    const of = Math.max(configured, FEWEST_BREAK_GLASS);
    const figures = { count: passed, of };
    return failed === 0 && configured === of && notKnown > 0
      ? notEvaluated('register-not-known', figures)
      : decision(passed === of, figures);
  },

  joiners: ({ counts, joiners: { days, people, without } }) =>
    knowsSomebody(counts)
      ? none(without, { of: people, days })
      : notEvaluated('nobody', { days }),

  leavers: ({ leavers }) =>
    leavers === null
      ? notEvaluated('not-read')
      : none(leavers.enabled, { of: leavers.people }),

  'lost-registrations': ({ counts, lost: { days, people } }) =>
    knowsSomebody(counts)
      ? none(people, { days })
      : notEvaluated('nobody', { days }),

  exceptions({ exceptions: { inForce, approvedByAnother } }) {
    const figures = { count: approvedByAnother, of: inForce };
    return decision(approvedByAnother === inForce, figures);
  },

  review({ at, reviewClosedAt }) {
    const since = at.getTime() - REVIEW_DAYS * DAY;
    const isClosed =
      reviewClosedAt !== null && reviewClosedAt.getTime() >= since;
    return decision(isClosed, { days: REVIEW_DAYS });
  },

  policies({ counts: { asking } }) {
    if (!asking) return notEvaluated('not-read');
    const { securityDefaults, policies } = asking;
    if (securityDefaults) return decision(true, {});
    if (policies && policies.asking > 0) {
      return decision(true, { count: policies.asking, of: policies.total });
    }
    return policies === null || securityDefaults === null
      ? notEvaluated('not-read')
      : decision(false, { count: 0, of: policies.total });
  },

  sync: ({ sync: { dataSets, failing } }) =>
    decision(failing === 0, { count: dataSets - failing, of: dataSets }),
};

/** Runs every test. */
export function runControlTests(facts: ControlFacts): Outcomes {
  return Object.fromEntries(
    controlTestIds.map(test => [test, { test, ...tests[test](facts) }]),
  ) as unknown as Outcomes;
}

/** Runs those that a team can answer. */
export function runTeamTests(facts: TeamFacts): TeamOutcomes {
  return Object.fromEntries(
    teamTestIds.map(test => [test, { test, ...tests[test](facts) }]),
  ) as unknown as TeamOutcomes;
}
