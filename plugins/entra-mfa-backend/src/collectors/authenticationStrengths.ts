import { z } from 'zod';
import { orNone } from './orNone';
import type { Collector, StrengthBody } from './types';

const row = z.object({
  id: z.string().min(1),
  displayName: orNone(z.string()),
  policyType: orNone(z.string()),
  // A list that is not as documented must not be taken for none: somebody would be told wrong.
  allowedCombinations: z.array(z.string()),
  combinationConfigurations: z
    .array(z.object({ appliesToCombinations: z.array(z.string()) }))
    .nullish(),
});

type Row = z.infer<typeof row>;

const modesOf = (combination: string) =>
  combination
    .split(',')
    .map(mode => mode.trim())
    .filter(Boolean)
    .sort();

/** What of methods is enough for which authentication strength. Source: resource type `authenticationStrengthPolicy`. */
export const authenticationStrengths: Collector<Row> = {
  id: 'authentication-strengths',
  title: 'Authentication strengths',
  source: 'graph',
  endpoint: '/policies/authenticationStrengthPolicies',
  query: { $expand: 'combinationConfigurations' },
  pace: 'directory',
  permission: 'Policy.Read.All',
  licence: null,
  why: 'To know what the strengths that policies name demand',
  documentation:
    'https://learn.microsoft.com/graph/api/authenticationstrengthroot-list-policies',
  required: 'no',
  optional: 'always',
  onlyWhileGiven: true,
  cadenceHours: 24,
  row,
  toRecords(strength) {
    const { allowedCombinations: allowed, policyType } = strength;
    const combinations = allowed.map(modesOf).sort();
    // Those of Microsoft have no configurations. Of others, what is not told may be.
    const untold = policyType === 'builtIn' ? [] : allowed;
    const restricted =
      strength.combinationConfigurations?.flatMap(
        ({ appliesToCombinations }) => appliesToCombinations,
      ) ?? untold;
    const body: StrengthBody = {
      displayName: strength.displayName || strength.id,
      combinations,
      restricted: [...new Set(restricted.flatMap(modesOf))].sort(),
    };
    return [{ key: strength.id.toLowerCase(), body: { ...body } }];
  },
};
