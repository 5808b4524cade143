import type {
  Team,
  TeamSummary,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** The figures that a team has unless they are hidden. */
type Figures =
  | 'people'
  | 'coverage'
  | 'phoneOnly'
  | 'phoneEnds'
  | 'unknown'
  | 'counts';

/** A team whose figures the caller is shown. */
export type ShownTeam<T extends TeamSummary = Team> = T & {
  [K in keyof T & Figures]: NonNullable<T[K]>;
};

/** Whether there are figures to show: a small team's are kept from who may not see its names. */
export function isShown<T extends TeamSummary>(team: T): team is ShownTeam<T> {
  return !team.hidden;
}
