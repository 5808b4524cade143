import type { PersonMark, PersonState } from './states';

/** The filters of people that are given by name. @public */
export const peoplePresetIds = [
  'not-registered',
  'at-risk-without-mfa',
  'privileged-without-mfa',
  'phone-only',
  'new-without-method',
  'no-sign-in',
  'shared-mailbox',
] as const;

/** One of {@link peoplePresetIds}. @public */
export type PeoplePresetId = (typeof peoplePresetIds)[number];

/** What a preset filters people by, as the list of people takes it. @public */
export interface PeoplePreset {
  /** One of these states. */
  readonly state: readonly PersonState[];
  /** One of these marks. */
  readonly mark?: readonly PersonMark[];
  /** Whether they are privileged. */
  readonly privileged?: boolean;
  /** How many whole days ago the account was made at least. */
  readonly minAgeDays?: number;
  /** As `minAgeDays`, at most. */
  readonly maxAgeDays?: number;
  /** For how many whole days they have not signed in at least. */
  readonly noSignInDays?: number;
}

/**
 * What each preset filters by. `phone-only` is over everybody in scope, as its figure is.
 * `new-without-method` has who is known not to be registered two weeks after the account was made, and up to
 * three months: who is not known is not in it, as nothing may be concluded of them; an account that the report
 * leaves out becomes `uncovered` once the report has had its chance.
 * `no-sign-in` has accounts of at least 90 days that have not signed in for as long: their people may have left.
 * `shared-mailbox` has mailboxes of several people, rooms and equipment that people can sign in to, and that count.
 *
 * @public
 */
export const peoplePresets: Readonly<Record<PeoplePresetId, PeoplePreset>> = {
  'not-registered': { state: ['uncovered'] },
  'at-risk-without-mfa': { state: ['uncovered'], mark: ['at-risk'] },
  'privileged-without-mfa': { state: ['uncovered'], privileged: true },
  'phone-only': {
    state: ['covered', 'uncovered', 'unknown', 'exempt'],
    mark: ['phone-only'],
  },
  'new-without-method': {
    state: ['uncovered'],
    minAgeDays: 14,
    maxAgeDays: 90,
  },
  'no-sign-in': {
    state: ['covered', 'uncovered', 'unknown', 'exempt'],
    minAgeDays: 90,
    noSignInDays: 90,
  },
  'shared-mailbox': {
    state: ['covered', 'uncovered', 'unknown', 'exempt'],
    mark: ['shared-mailbox'],
  },
};
