import type {
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Permission } from '@backstage/plugin-permission-common';
import type { PeopleAccess } from '../types';
import type { Authorizer } from './Authorizer';

/** Who calls, and what the portal's permissions say of them. Each is asked once for a request. */
export class Caller {
  readonly credentials: BackstageCredentials;
  /** The entity ref of a user; null for a service. */
  readonly userRef: string | null;
  readonly #authorizer: Authorizer;
  readonly #userInfo: UserInfoService;
  readonly #allowed = new Map<string, Promise<boolean>>();
  #people: Promise<PeopleAccess> | undefined;

  constructor(options: {
    credentials: BackstageCredentials;
    userRef: string | null;
    authorizer: Authorizer;
    userInfo: UserInfoService;
  }) {
    this.credentials = options.credentials;
    this.userRef = options.userRef;
    this.#authorizer = options.authorizer;
    this.#userInfo = options.userInfo;
  }

  /** Whether the caller has a permission; one that has conditions, for anybody. */
  allows(permission: Permission): Promise<boolean> {
    const { name } = permission;
    const asked = this.#allowed.get(name) ?? this.#ask(permission);
    this.#allowed.set(name, asked);
    return asked;
  }

  /** Whom the caller may see by name. */
  people(): Promise<PeopleAccess> {
    this.#people ??= this.#authorizer.accessOf(this.credentials);
    return this.#people;
  }

  /** The entity refs of the user and of what they are a member of; none for a service. */
  async refs(): Promise<readonly string[]> {
    if (this.userRef === null) {
      return [];
    }
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      this.credentials,
    );
    const refs = [this.userRef, ...ownershipEntityRefs];
    return [...new Set(refs.map(ref => ref.toLowerCase()))];
  }

  async #ask(permission: Permission): Promise<boolean> {
    return permission.type === 'resource'
      ? (await this.people()).kind !== 'none'
      : this.#authorizer.allows(permission, this.credentials);
  }
}
