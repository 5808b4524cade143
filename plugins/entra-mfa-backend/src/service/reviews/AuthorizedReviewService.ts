import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  entraMfaPeopleExportPermission,
  entraMfaPeopleReadPermission,
  entraMfaReviewConductPermission,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Authorizer } from '../routes/Authorizer';
import type { QueryOf } from '../types';
import type {
  ConductAccess,
  ItemsExportQuery,
  ItemsQuery,
  ReviewAccess,
  ReviewBody,
  ReviewKey,
  ReviewService,
} from './types';

/** Asks the portal's permissions first. What is put on record has a person behind it: only users act. */
export class AuthorizedReviewService implements ReviewService {
  readonly #inner: ReviewService<ReviewAccess, ConductAccess>;
  readonly #auth: AuthService;
  readonly #authorizer: Authorizer;

  constructor(options: {
    inner: ReviewService<ReviewAccess, ConductAccess>;
    auth: AuthService;
    authorizer: Authorizer;
  }) {
    this.#inner = options.inner;
    this.#auth = options.auth;
    this.#authorizer = options.authorizer;
  }

  async list(query: QueryOf<'getReviews'>, who: BackstageCredentials) {
    return this.#inner.list(query, await this.#reader(who));
  }

  async get(of: ReviewKey, who: BackstageCredentials) {
    return this.#inner.get(of, await this.#reader(who));
  }

  async items(of: ReviewKey, query: ItemsQuery, who: BackstageCredentials) {
    return this.#inner.items(of, query, await this.#reader(who));
  }

  /** Names in a file need a permission of their own: files are handed on. */
  async export(
    of: ReviewKey,
    query: ItemsExportQuery,
    who: BackstageCredentials,
  ) {
    if (query.names) {
      await this.#authorizer.require(entraMfaPeopleExportPermission, who);
    }
    return this.#inner.export(of, query, await this.#reader(who));
  }

  async open(body: ReviewBody<'openReview'>, who: BackstageCredentials) {
    return this.#inner.open(body, await this.#acting(who));
  }

  async decide(
    of: ReviewKey & { objectId: string },
    body: ReviewBody<'decideReviewItem'>,
    who: BackstageCredentials,
  ) {
    return this.#inner.decide(of, body, await this.#acting(who));
  }

  async decideMany(
    of: ReviewKey,
    body: ReviewBody<'decideReviewItems'>,
    who: BackstageCredentials,
  ) {
    return this.#inner.decideMany(of, body, await this.#acting(who));
  }

  async close(
    of: ReviewKey,
    body: ReviewBody<'closeReview'>,
    who: BackstageCredentials,
  ) {
    return this.#inner.close(of, body, await this.#acting(who));
  }

  async #acting(who: BackstageCredentials): Promise<ConductAccess> {
    await this.#authorizer.require(entraMfaReviewConductPermission, who);
    const access = await this.#reader(who);
    if (access.userRef === null) {
      throw new NotAllowedError(
        `Only a user can open a review, decide in it or close it (${entraMfaReviewConductPermission.name}): sign in to the portal`,
      );
    }
    return { ...access, userRef: access.userRef };
  }

  async #reader(who: BackstageCredentials): Promise<ReviewAccess> {
    const [conducts, people] = await Promise.all([
      this.#authorizer.allows(entraMfaReviewConductPermission, who),
      this.#authorizer.accessOf(who),
    ]);
    if (!conducts && people.kind === 'none') {
      throw new NotAllowedError(
        `You need the permission ${entraMfaReviewConductPermission.name}, or ${entraMfaPeopleReadPermission.name} to see people of yours: ask an administrator of the portal`,
      );
    }
    return {
      conducts,
      people,
      userRef: this.#auth.isPrincipal(who, 'user')
        ? who.principal.userEntityRef.toLowerCase()
        : null,
    };
  }
}
