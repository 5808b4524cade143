import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EntraMfaConfig } from '../config/types';

/** Says at start which settings let more people see or decide than the defaults do. */
export function warnOfAccess(
  { fourEyes }: Pick<EntraMfaConfig, 'fourEyes'>,
  logger: LoggerService,
): void {
  if (fourEyes.unidentifiedMayDecide) {
    logger.warn(
      'Four eyes may be two User entities of one person: entraMfa.fourEyes.unidentifiedMayDecide lets users decide on exceptions and reviews of whom nobody can tell who of the directory they are. Remove it where people sign in with Entra.',
    );
  }
}
