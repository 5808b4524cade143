import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { entraMfaPersonResourceRef } from './personResource';

/**
 * Allows the people of the given teams: a policy gives the groups that the caller belongs to.
 *
 * @public
 */
export const inTeams = createPermissionRule({
  name: 'IN_TEAMS',
  description: 'Allow the people who belong to the given groups',
  resourceRef: entraMfaPersonResourceRef,
  paramsSchema: z.object({
    teamRefs: z.array(z.string()).describe('Entity refs of groups'),
    includeSubTeams: z
      .boolean()
      .optional()
      .describe('Whether people of groups below them are allowed too; true'),
  }),
  apply: ({ ownTeamRefs, teamRefs: all }, { teamRefs, includeSubTeams }) => {
    const teams = includeSubTeams ?? true ? all : ownTeamRefs;
    return teamRefs.some(ref => teams.includes(ref.toLowerCase()));
  },
  toQuery: ({ teamRefs, includeSubTeams }) => ({
    kind: 'team',
    refs: teamRefs.map(ref => ref.toLowerCase()),
    includeSubTeams: includeSubTeams ?? true,
  }),
});
