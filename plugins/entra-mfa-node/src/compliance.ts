import { createExtensionPoint } from '@backstage/backend-plugin-api';

/** Text that pages show, in English and where there is one in German. @public */
export interface EntraMfaText {
  /** In English, for whom there is no other. */
  en: string;
  /** In German. */
  de?: string;
}

/** What is said of a control, in one language and in words of its own: never the text of a standard. @public */
export interface EntraMfaControlWords {
  /** In a line. */
  title: string;
  /** What the requirement asks. */
  asks: string;
  /** What this data shows of it. */
  shows: string;
  /** What this data does not show. */
  missing: string;
  /** What a person has to add. */
  adds: string;
}

/** A requirement of a framework. @public */
export interface EntraMfaControl {
  /** As the framework has it: letters, digits, dots, hyphens and brackets, at most 48. */
  id: string;
  /** How bad it is when it is missed; none where nothing is said. */
  severity?: 'critical' | 'high' | 'medium' | 'low';
  /**
   * Ids of the tests that speak for it, one at least: those of the plugin, such as `coverage`, and those that
   * modules add. It is met only where each of them is, on fresh data.
   */
  tests: string[];
  /** In English, for whom there is no other. */
  en: EntraMfaControlWords;
  /** In German. */
  de?: EntraMfaControlWords;
}

/** A framework of requirements. @public */
export interface EntraMfaFramework {
  /** Lower-case letters, digits, dots and hyphens, at most 32; none that comes with the plugin. */
  id: string;
  /** What it is called. */
  name: string;
  /** Where its own text can be had. */
  link?: string;
  /** One at least, each id once. */
  controls: EntraMfaControl[];
}

/** People who are counted, by what they count as. @public */
export interface EntraMfaPeople {
  /** Registered a method that counts. */
  covered: number;
  /** Registered none. */
  uncovered: number;
  /** Of whom it is not known: never to be taken for either. */
  unknown: number;
  /** Under an exception in force. */
  exempt: number;
}

/** What a test is given: what a snapshot holds, added up. It names nobody. @public */
export interface EntraMfaControlFacts {
  /** The directory (tenant) id. */
  tenantId: string;
  /** When the snapshot was made. */
  at: Date;
  /** Everybody in scope. */
  people: EntraMfaPeople;
  /** The target of the tenant, in thousandths. */
  targetPermille: number;
  /** Whoever holds a privileged role or can activate one; null where not all of roles was read. */
  privileged:
    | (EntraMfaPeople & { phoneOnly: number; phishingResistant: number })
    | null;
  /** The configured break-glass accounts, by what their checks came to. */
  breakGlass: { passed: number; failed: number; notKnown: number };
  /** Exceptions in force. */
  exceptions: { inForce: number; approvedByAnother: number };
  /** When an access review was closed last; null where none was. */
  reviewClosedAt: Date | null;
  /** Of each data set that a module added, by its id: how many records it has; null where it was never read. */
  records: Readonly<Record<string, number | null>>;
}

/**
 * What a test came to, with the figures that say why. What the data does not say is `not-evaluated`: a control is never
 * met by a test that could not run.
 *
 * @public
 */
export interface EntraMfaControlDecision {
  /** What it came to. */
  outcome: 'met' | 'not-met' | 'not-evaluated';
  /** How many; a whole number. */
  count?: number;
  /** Of how many; a whole number. */
  of?: number;
  /** The share that is asked for, in thousandths. */
  targetPermille?: number;
}

/** A pure rule that judges one thing of a snapshot. @public */
export interface EntraMfaControlTest {
  /** Whose it is and what, with a slash: `acme/hardware-keys`. */
  id: `${string}/${string}`;
  /** What it asks, in a line. */
  title: EntraMfaText;
  /** An address that says what to do where it is not met. */
  link?: string;
  /**
   * Decides. The same facts have to give the same decision: it runs in the transaction that publishes a snapshot, so
   * that it asks nobody and waits for nothing. Where it throws, it counts as not evaluated.
   */
  judge(facts: EntraMfaControlFacts): EntraMfaControlDecision;
}

/** Takes frameworks and tests of other modules. @public */
export interface EntraMfaComplianceExtensionPoint {
  /** Throws where one of this id was added already, or what it says of itself is not as documented. */
  addFramework(framework: EntraMfaFramework): void;
  /** Throws where one of this id was added already, or what it says of itself is not as documented. */
  addTest(test: EntraMfaControlTest): void;
}

/** See {@link EntraMfaComplianceExtensionPoint}. @public */
export const entraMfaComplianceExtensionPoint =
  createExtensionPoint<EntraMfaComplianceExtensionPoint>({
    id: 'entra-mfa.compliance',
  });
