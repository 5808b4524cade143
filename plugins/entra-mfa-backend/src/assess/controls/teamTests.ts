import type {
  ControlResult,
  ControlTestId,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** The tests that a team can answer: of the others, the tenant alone has what they judge. */
export const teamTestIds = [
  'coverage',
  'all-phishing-resistant',
  'privileged-covered',
  'privileged-phishing-resistant',
  'privileged-not-phone-only',
  'joiners',
  'leavers',
  'lost-registrations',
] as const satisfies readonly ControlTestId[];

/** One of {@link teamTestIds}. */
export type TeamTestId = (typeof teamTestIds)[number];

/** What each came to for a team. */
export type TeamOutcomes = Readonly<
  Record<TeamTestId, Omit<ControlResult, 'added'>>
>;

/** Whether a team can answer a test. */
export const isTeamTest = (test: string): test is TeamTestId =>
  (teamTestIds as readonly string[]).includes(test);

/**
 * Those that are about all of a team. The others pick some people out of it, who may be few: what they come to is
 * nearly a name, however large the team.
 */
const aboutAll: readonly TeamTestId[] = ['coverage', 'all-phishing-resistant'];

/** Whether what a test comes to is told to who may not see the names of all of the team. */
export const isAboutAll = (test: TeamTestId): boolean =>
  aboutAll.includes(test);
