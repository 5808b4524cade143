import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  formatPermille,
  knownMethod,
  type Basis,
  type Person,
  type PersonMark,
  type PersonState,
  type ScopeClass,
  type StateReason,
  type Tier,
  type TierFilter,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { entraMfaTranslationRef } from './translation';
import { general } from './general';
import { camel } from './camel';
import { formatPoints } from './formatPoints';
import { formatTarget } from './formatTarget';
import { titleOfRef } from '../navigation/titleOfRef';
import * as time from './time';
import type { Translate } from './Translate';

type MethodKey = keyof typeof general.method;

const isMethodKey = (name: string | undefined): name is MethodKey =>
  name !== undefined && name in general.method;

/** The plugin's texts, and the words for values of the API. */
export interface Words {
  t: Translate;
  /** A number with its separators. */
  count(value: number): string;
  state(state: PersonState, basis?: Basis): string;
  /** The state of a person, in the words of the basis that decided it. */
  stateOf(person: Pick<Person, 'state' | 'reason'>): string;
  reason(reason: StateReason): string;
  /** Why a person has their state; who is exempt, until when and by whom. */
  whyOf(person: Pick<Person, 'reason' | 'exception' | 'scopeRule'>): string;
  scopeClass(scopeClass: ScopeClass): string;
  /** A tier; nobody has one of whom no report row is known. */
  tier(tier: Tier | null): string;
  tierFilter(tier: TierFilter): string;
  mark(mark: PersonMark): string;
  /** A method that is not known here keeps the name that Microsoft gives it. */
  method(name: string): string;
  /** The time between two moments: `12 min`. */
  age(iso: string, now: number): string;
  dayOf(iso: string): string;
  /** Since when a person is so: `3 Sep 2026`; of the first read, `before 3 Sep 2026`. */
  sinceOf(person: Pick<Person, 'since' | 'sinceFirstRead'>): string;
  /** A day without its year, for axes. */
  dayOfYear(iso: string): string;
  /** A month with its year, of `2026-10`. */
  monthName(iso: string): string;
  momentOf(iso: string): string;
  clockOf(iso: string, now: number): string;
  /** What is said in several languages, in the reader's; in English where it is not said in that one. */
  said<Said>(of: { en: Said; de: Said | null }): Said;
  /** A number with a point, with the decimal sign of the language. */
  inDecimals(text: string): string;
  /** A figure, `91.4 %`; null of nobody. */
  figureOf(permille: number | null): string | null;
  /** A target, which has a decimal only where it needs one. */
  targetOf(permille: number): string;
  /** A difference in points, with its sign. */
  pointsOf(permille: number): string;
}

const formatKeys = [
  'language',
  'region',
  'decimal',
  'day',
  'dayOfYear',
  'month',
  'moment',
  'clock',
  'dayAndClock',
] as const;

function formatOf(t: Words['t']): time.Format {
  const all = formatKeys.map(key => [key, t(`general.format.${key}`)] as const);
  return Object.fromEntries(all) as unknown as time.Format;
}

function wordsOf(t: Words['t']): Words {
  const format = formatOf(t);
  const inDecimals = (text: string) => text.replace('.', format.decimal);
  const state: Words['state'] = (value, basis = 'registered') =>
    basis === 'capable'
      ? t(`general.stateCapable.${camel(value)}`)
      : t(`general.state.${camel(value)}`);
  const reason: Words['reason'] = value => t(`general.reason.${camel(value)}`);
  return {
    t,
    state,
    count: value => t('general.number', { value }),
    stateOf: person =>
      state(
        person.state,
        person.reason === 'capable' || person.reason === 'not-capable'
          ? 'capable'
          : 'registered',
      ),
    reason,
    whyOf: ({ reason: found, exception, scopeRule: rule }) => {
      if (rule) return t('general.byScopeRule', { rule });
      return exception
        ? t('general.exemptUntil', {
            date: time.dayOf(exception.until, format),
            user: titleOfRef(exception.approvedBy),
          })
        : reason(found);
    },
    scopeClass: name => t(`general.scopeClass.${camel(name)}`),
    tier: tier => t(`general.tier.${camel(tier ?? 'no-row')}`),
    tierFilter: tier => t(`general.tier.${camel(tier)}`),
    mark: mark => t(`general.mark.${camel(mark)}`),
    method: name => {
      const known = knownMethod(name);
      return isMethodKey(known) ? t(`general.method.${known}`) : name;
    },
    age: (iso, now) => {
      const age = time.ageOf(iso, now);
      if (age.unit === 'now') return t('general.age.now');
      return age.unit === 'days'
        ? t('general.age.days', { count: age.value })
        : t(`general.age.${age.unit}`, { value: String(age.value) });
    },
    dayOf: iso => time.dayOf(iso, format),
    sinceOf: ({ since, sinceFirstRead }) => {
      const date = time.dayOf(since, format);
      return sinceFirstRead ? t('general.sinceBefore', { date }) : date;
    },
    dayOfYear: iso => time.dayOfYear(iso, format),
    monthName: iso => time.monthName(iso, format),
    momentOf: iso => time.momentOf(iso, format),
    clockOf: (iso, now) => time.clockOf(iso, now, format),
    said: ({ en, de }) => (format.language.startsWith('de') && de) || en,
    inDecimals,
    figureOf: permille => {
      const figure = formatPermille(permille);
      return figure && inDecimals(figure);
    },
    targetOf: permille => inDecimals(formatTarget(permille)),
    pointsOf: permille => inDecimals(formatPoints(permille)),
  };
}

/** See {@link Words}. */
export function useWords(): Words {
  const { t } = useTranslationRef(entraMfaTranslationRef);
  return useMemo(() => wordsOf(t as Translate), [t]);
}
