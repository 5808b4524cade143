/** Words of the catalog's table and filters. */
export const catalog = {
  column: 'MFA',
  filter: 'MFA target',
  all: 'all',
  /** A figure with what follows from it. */
  figure: '{{figure}}, {{target}}',
  target: {
    met: 'target met',
    missed: 'target missed',
    stale: 'data too old',
    hidden: 'too few people to show',
    nobody: 'nobody counts',
    unknown: 'not known',
  },
  option: {
    met: 'Target met',
    missed: 'Target missed',
    stale: 'Data too old',
    hidden: 'Too few people to show',
    nobody: 'Nobody counts',
  },
  ofPerson: 'owned by a person',
  noOwner: 'no owner',
} as const;
