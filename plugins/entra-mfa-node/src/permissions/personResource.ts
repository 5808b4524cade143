import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_ENTRA_MFA_PERSON } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** What permission rules know of an assessed person. @public */
export interface EntraMfaPersonResource {
  /** The person's User entities; none of people whom the catalog does not know. */
  entityRefs: string[];
  /** The groups whose member the person is. */
  ownTeamRefs: string[];
  /** Those groups and all groups above them. */
  teamRefs: string[];
  /** Who leads one of them, as the catalog says: users, or groups whose members lead it. */
  leadRefs: string[];
}

/**
 * What a rule asks of the database: the person is one of these users, belongs to one of these teams,
 * or to a team that one of these leads.
 *
 * @public
 */
export type EntraMfaPersonFilter =
  | { kind: 'entity'; refs: string[] }
  | { kind: 'team'; refs: string[]; includeSubTeams: boolean }
  | { kind: 'lead'; refs: string[] };

/** The resource that {@link entraMfaPersonRules} assess. @public */
export const entraMfaPersonResourceRef = createPermissionResourceRef<
  EntraMfaPersonResource,
  EntraMfaPersonFilter
>().with({
  pluginId: 'entra-mfa',
  resourceType: RESOURCE_TYPE_ENTRA_MFA_PERSON,
});
