import type { Config } from '@backstage/config';
import type { EntraMfaConfig } from './types';

/** Reads whether somebody decides of whom nobody can tell who of the directory they are. */
export function readFourEyes(config: Config): EntraMfaConfig['fourEyes'] {
  const unidentifiedMayDecide =
    config.getOptionalBoolean('fourEyes.unidentifiedMayDecide') ?? false;
  return { unidentifiedMayDecide };
}
