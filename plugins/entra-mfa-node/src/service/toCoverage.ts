import {
  coverageOf,
  type Basis,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type {
  EntraMfaAsOf,
  EntraMfaCoverage,
  EntraMfaNotKnown,
} from './EntraMfaCoverage';

/** How many people are in which state. */
export interface People {
  covered: number;
  uncovered: number;
  unknown: number;
  exempt: number;
}

/**
 * Judges people against a target. What is not fresh, or kept back, is never met: it is not known.
 *
 * @param people - null where they are kept back from the caller, or there are none yet
 */
export function toCoverage(
  asOf: EntraMfaAsOf,
  basis: Basis | null,
  targetPermille: number,
  people: People | null,
): EntraMfaCoverage {
  const figure =
    people && coverageOf(people.covered, people.uncovered, targetPermille);
  const notKnown = whyNotKnown(asOf, figure);
  return {
    ...asOf,
    basis,
    covered: people?.covered ?? null,
    uncovered: people?.uncovered ?? null,
    unknown: people?.unknown ?? null,
    exempt: people?.exempt ?? null,
    permille: figure?.permille ?? null,
    targetPermille,
    short: figure?.short ?? null,
    target: notKnown ? 'not-known' : targetOf(figure),
    notKnown,
  };
}

function targetOf(figure: { met: boolean | null } | null): 'met' | 'not-met' {
  return figure?.met ? 'met' : 'not-met';
}

function whyNotKnown(
  { trust }: EntraMfaAsOf,
  figure: { met: boolean | null } | null,
): EntraMfaNotKnown | null {
  if (trust !== 'fresh') {
    return trust;
  }
  if (!figure) {
    return 'hidden';
  }
  return figure.met === null ? 'nobody' : null;
}
