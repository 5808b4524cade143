import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const exposures = ['off', 'groups', 'all'] as const;

/** What the catalog is told. */
export type Exposure = (typeof exposures)[number];

/** Reads `entraMfa.exposure`; default `groups`, because whoever reads the catalog reads it. */
export function readExposure(config: Config): Exposure {
  const value = config.getOptionalString('entraMfa.exposure') ?? 'groups';
  const exposure = exposures.find(one => one === value);
  if (!exposure) {
    throw new InputError(
      `entraMfa.exposure is '${value}'; it must be one of ${exposures.join(
        ', ',
      )}`,
    );
  }
  return exposure;
}
