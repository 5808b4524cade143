import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { entraMfaPersonResourceRef } from './personResource';

/**
 * Allows the people behind the given User entities: a policy gives the caller's own ref.
 *
 * @public
 */
export const isSelf = createPermissionRule({
  name: 'IS_SELF',
  description: 'Allow the people who are the given users',
  resourceRef: entraMfaPersonResourceRef,
  paramsSchema: z.object({
    userRefs: z
      .array(z.string())
      .describe('Entity refs of users, such as the caller'),
  }),
  apply: ({ entityRefs }, { userRefs }) =>
    lowerCase(userRefs).some(ref => entityRefs.includes(ref)),
  toQuery: ({ userRefs }) => ({ kind: 'entity', refs: lowerCase(userRefs) }),
});

function lowerCase(refs: string[]): string[] {
  return refs.map(ref => ref.toLowerCase());
}
