import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_ENTRA_MFA_PERSON } from 'backstage-plugin-entra-mfa-common';

/** What permission rules know of an assessed person. @public */
export interface EntraMfaPersonResource {
  /** The person's User entity; null for people whom the catalog does not know. */
  entityRef: string | null;
  /** The groups whose member the person is. */
  ownTeamRefs: string[];
  /** Those groups and all groups above them. */
  teamRefs: string[];
}

/**
 * What a rule asks of the database: the person is one of these users, or belongs to one of these
 * teams.
 *
 * @public
 */
export type EntraMfaPersonFilter =
  | { kind: 'entity'; refs: string[] }
  | { kind: 'team'; refs: string[]; includeSubTeams: boolean };

/** The resource that {@link entraMfaPersonRules} judge. @public */
export const entraMfaPersonResourceRef = createPermissionResourceRef<
  EntraMfaPersonResource,
  EntraMfaPersonFilter
>().with({
  pluginId: 'entra-mfa',
  resourceType: RESOURCE_TYPE_ENTRA_MFA_PERSON,
});
