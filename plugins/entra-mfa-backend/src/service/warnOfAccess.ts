import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EntraMfaConfig } from '../config/types';

/** Says at start which settings let more people see or decide than the defaults do. */
export function warnOfAccess(
  {
    exposure,
    fourEyes,
    pictures,
  }: Pick<EntraMfaConfig, 'exposure' | 'fourEyes' | 'pictures'>,
  logger: LoggerService,
): void {
  if (exposure === 'all') {
    logger.warn(
      "Everybody who may read the catalog can list who has not registered, by name, whatever entra-mfa.people.read says: entraMfa.exposure is 'all'. Set it to 'groups' unless that is meant.",
    );
  }
  if (fourEyes.unidentifiedMayDecide) {
    logger.warn(
      'Four eyes may be two User entities of one person: entraMfa.fourEyes.unidentifiedMayDecide lets users decide on exceptions and reviews of whom nobody can tell who of the directory they are. Remove it where people sign in with Entra.',
    );
  }
  if (pictures.length > 0) {
    const shown = [
      ...new Set(pictures.map(({ team, control }) => team ?? control)),
    ].join(', ');
    logger.warn(
      `Whoever reaches this portal sees pictures of ${shown} without signing in: entraMfa.pictures lists them. Remove what is not meant for everybody.`,
    );
  }
}
