import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  entraMfaExceptionDecidePermission,
  entraMfaExceptionRequestPermission,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Authorizer } from '../routes/Authorizer';
import { Shares } from '../routes/Shares';
import type { QueryOf } from '../types';
import type {
  ActingAccess,
  BodyOf,
  ExceptionAccess,
  ExceptionService,
} from './types';

/** A pattern is matched with every name of the tenant: so many at once. */
const MOST_RULES = { each: 1, all: 5 };

/** Asks the portal's permissions first. What is put on record has a person behind it: only users act. */
export class AuthorizedExceptionService implements ExceptionService {
  readonly #inner: ExceptionService<ExceptionAccess, ActingAccess>;
  readonly #auth: AuthService;
  readonly #authorizer: Authorizer;
  readonly #rules = new Shares('exceptions by rule', MOST_RULES);

  constructor(options: {
    inner: ExceptionService<ExceptionAccess, ActingAccess>;
    auth: AuthService;
    authorizer: Authorizer;
  }) {
    this.#inner = options.inner;
    this.#auth = options.auth;
    this.#authorizer = options.authorizer;
  }

  async list(query: QueryOf<'getExceptions'>, who: BackstageCredentials) {
    return this.#inner.list(query, await this.#reader(who));
  }

  async get(
    id: string,
    query: QueryOf<'getException'>,
    who: BackstageCredentials,
  ) {
    return this.#inner.get(id, query, await this.#reader(who));
  }

  async request(body: BodyOf<'requestException'>, who: BackstageCredentials) {
    await this.#authorizer.require(entraMfaExceptionRequestPermission, who);
    const request = async () =>
      this.#inner.request(body, await this.#acting(who));
    return body.subject.kind === 'rule'
      ? this.#rules.run(who, request)
      : request();
  }

  async decide(
    id: string,
    body: BodyOf<'decideException'>,
    who: BackstageCredentials,
  ) {
    await this.#authorizer.require(entraMfaExceptionDecidePermission, who);
    return this.#inner.decide(id, body, await this.#acting(who));
  }

  async end(
    id: string,
    body: BodyOf<'endException'>,
    who: BackstageCredentials,
  ) {
    await this.#authorizer.require(entraMfaExceptionDecidePermission, who);
    return this.#inner.end(id, body, await this.#acting(who));
  }

  /** Whoever asked may withdraw, also after the permission to ask was taken from them. */
  async withdraw(id: string, who: BackstageCredentials) {
    return this.#inner.withdraw(id, await this.#acting(who));
  }

  async #acting(who: BackstageCredentials): Promise<ActingAccess> {
    const access = await this.#reader(who);
    if (access.userRef === null) {
      throw new NotAllowedError(
        'Only a user can ask for an exception, decide, end or withdraw one (entra-mfa.exception.*): sign in to the portal',
      );
    }
    return { ...access, userRef: access.userRef };
  }

  async #reader(who: BackstageCredentials): Promise<ExceptionAccess> {
    const [decides, requests, people] = await Promise.all([
      this.#authorizer.allows(entraMfaExceptionDecidePermission, who),
      this.#authorizer.allows(entraMfaExceptionRequestPermission, who),
      this.#authorizer.accessOf(who),
    ]);
    if (!decides && !requests && people.kind === 'none') {
      throw new NotAllowedError(
        `You need the permission ${entraMfaExceptionRequestPermission.name} or ${entraMfaExceptionDecidePermission.name}: ask an administrator of the portal`,
      );
    }
    return {
      decides,
      requests,
      people,
      userRef: this.#auth.isPrincipal(who, 'user')
        ? who.principal.userEntityRef.toLowerCase()
        : null,
    };
  }
}
