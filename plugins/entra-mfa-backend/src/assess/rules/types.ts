import type {
  PersonState,
  ScopeClass,
  StateReason,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { PersonFacts, RuleSettings } from '../types';

/** What a rule is asked about. */
export interface Question {
  facts: PersonFacts;
  settings: RuleSettings;
  /** The time of the assessment. */
  asOf: Date;
  /** Reports in a row without a row, with the newest one; at most 2: see `isWitness`. */
  noRowRuns: number;
}

/** What the rule that decides gives to the person. */
export interface Verdict {
  state: PersonState;
  reason: StateReason;
  scopeClass?: ScopeClass;
  /** The name of the rule of the configuration that leaves the person out. */
  scopeRule?: string;
}

/**
 * One rule. The assessment and its explanation ask the same list of them in the same order, and the
 * first that gives a verdict decides; so the two cannot disagree.
 */
export interface Rule {
  id: string;
  /** Whether it is asked at all by these settings; without it, by any. */
  isOn?(settings: RuleSettings): boolean;
  /** The rule in words. */
  text(question: Question): string;
  /** The facts that the rule looks at, by field name. */
  facts(question: Question): Record<string, unknown>;
  /** The verdict, or null where the rule does not fit the person. */
  decide(question: Question): Verdict | null;
}
