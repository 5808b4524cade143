import {
  stringifyEntityRef,
  type GroupEntity,
  type UserEntity,
} from '@backstage/catalog-model';
import {
  defaultGroupTransformer,
  defaultUserTransformer,
  type GroupTransformer,
  type UserTransformer,
} from '@backstage/plugin-catalog-backend-module-msgraph';

const headOf = /^Head of (.+)$/;

/**
 * Remembers the team in the title of who is "Head of …", and names that person at the team's Group.
 * The provider reads all users before the first group.
 */
export class TeamHeads {
  readonly #refs = new Map<string, string>();

  async transformUser(
    ...[user, photo]: Parameters<UserTransformer>
  ): Promise<UserEntity | undefined> {
    const entity = await defaultUserTransformer(user, photo);
    const team = user.jobTitle?.match(headOf)?.[1];
    if (entity && team) {
      this.#refs.set(team, stringifyEntityRef(entity));
    }
    return entity;
  }

  async transformGroup(
    ...[group, photo]: Parameters<GroupTransformer>
  ): Promise<GroupEntity | undefined> {
    const entity = await defaultGroupTransformer(group, photo);
    const lead = this.#refs.get(group.displayName ?? '');
    if (entity && lead) {
      entity.metadata.annotations = {
        ...entity.metadata.annotations,
        'entra-mfa/lead': lead,
      };
    }
    return entity;
  }
}
