import type { Config } from '@backstage/config';
import type { RuleSettings } from '../assess/types';
import { fail } from './fail';

/** Reads which sources of the catalog define teams; only where it is set. */
export function readTeamSources(
  config: Config,
): Pick<RuleSettings, 'teamSources'> {
  const path = 'teams.sources';
  const sources = config.getOptionalStringArray(path);
  if (!sources) {
    return {};
  }
  if (sources.length === 0) {
    fail(
      `entraMfa.${path}`,
      'should name one source at least: without any there is no team',
    );
  }
  sources.forEach((source, index) => {
    if (!/^[\w-]+:./.test(source)) {
      fail(
        `entraMfa.${path}[${index}]`,
        'should be a location as entities have it in backstage.io/managed-by-origin-location, such as msgraph:default or url:https://github.com/contoso/org',
      );
    }
  });
  return { teamSources: [...new Set(sources)].sort() };
}
