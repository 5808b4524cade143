import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { entraMfaPersonResourceRef } from './personResource';

/**
 * Allows the people of the teams, with their sub-teams, that one of these leads: a policy gives the
 * caller and the groups that the caller belongs to.
 *
 * @public
 */
export const isLedBy = createPermissionRule({
  name: 'IS_LED_BY',
  description: 'Allow the people of groups that the given users or groups lead',
  resourceRef: entraMfaPersonResourceRef,
  paramsSchema: z.object({
    userRefs: z
      .array(z.string())
      .describe('Entity refs of users or groups, such as the caller'),
  }),
  apply: ({ leadRefs }, { userRefs }) =>
    userRefs.some(ref => leadRefs.includes(ref.toLowerCase())),
  toQuery: ({ userRefs }) => ({
    kind: 'lead',
    refs: userRefs.map(ref => ref.toLowerCase()),
  }),
});
