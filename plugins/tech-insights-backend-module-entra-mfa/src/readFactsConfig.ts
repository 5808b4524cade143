import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** What is configured of facts. */
export interface FactsConfig {
  /** Each as `framework/id`. */
  controls: readonly string[];
  /** Lower case. */
  kinds: readonly string[];
}

/** Reads `techInsights.entraMfa`. */
export function readFactsConfig(config: Config): FactsConfig {
  const own = config.getOptionalConfig('techInsights.entraMfa');
  const controls = own?.getOptionalStringArray('controls') ?? [
    'mfa/MFA-01',
    'mfa/MFA-02',
  ];
  const wrong = controls.find(control => !/^[^/]+\/[^/]+$/.test(control));
  if (wrong !== undefined) {
    throw new InputError(
      `techInsights.entraMfa.controls has '${wrong}'; a control is named by its framework and its id, such as mfa/MFA-01`,
    );
  }
  const kinds = own?.getOptionalStringArray('kinds') ?? [
    'component',
    'api',
    'resource',
    'system',
  ];
  return { controls, kinds: kinds.map(kind => kind.toLowerCase()) };
}
