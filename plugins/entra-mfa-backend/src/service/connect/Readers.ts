import { InputError } from '@backstage/errors';
import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { portalTenantOf } from '../../config/portalTenantOf';
import type { ConnectConfig } from '../../config/types';
import { SealedSecretError } from '../../credentials/SealedSecretError';
import { WrongTenantError } from '../../graph/errors';
import { ReaderSignIn } from '../../graph/ReaderSignIn';
import { placeOfReader, placeOfVerifier } from '../../sealing/places';
import type { ConnectRequestRow } from '../../store/sql/tables';
import type { Knex } from 'knex';
import { explainFor } from './explainFor';
import { newState, STATE_MS } from './requests';
import { tryToRead } from './tryToRead';
import type { ConnectServiceOptions } from './types';

/** Has somebody sign in, and keeps what lets the application read in their name. */
export class Readers {
  readonly #options: ConnectServiceOptions;
  readonly #redirectUri: string;

  constructor(options: ConnectServiceOptions, redirectUri: string) {
    this.#options = options;
    this.#redirectUri = redirectUri;
  }

  /**
   * Refuses what a reader cannot be asked for.
   *
   * @throws InputError where there is no key, or where another person is to answer
   */
  async require(handOn: boolean): Promise<void> {
    const { safe, clock } = this.#options;
    if (!safe) {
      throw new InputError(
        "Parameter 'kind' is wrong: nobody can sign in where there is no key, entraMfa.connect.keyFile (docs/configuration.md)",
      );
    }
    if (handOn) {
      throw new InputError(
        "Parameter 'handOn' is wrong: who signs in does it in a window of their own, without a link",
      );
    }
    // Of windows that were closed.
    const before = new Date(clock.now().getTime() - STATE_MS);
    await safe.forgetOld('verifier', before);
  }

  /** The data sets that nobody who signs in can give. */
  notRead(): string[] {
    return this.#options.collectors
      .filter(({ onlyByApplication }) => onlyByApplication)
      .map(({ id }) => id);
  }

  /**
   * The address on which somebody signs in.
   *
   * @throws InputError where Microsoft does not say one
   */
  async addressOf(
    connect: ConnectConfig,
    row: ConnectRequestRow,
  ): Promise<string> {
    const { safe, clock } = this.#options;
    const tenantId = row.tenant_id;
    const state = await newState(this.#options, row);
    try {
      const { url, verifier } = await new ReaderSignIn(
        connect,
        tenantId,
        clock,
      ).begin({ ...this.#requestOf(connect, row), state });
      await safe!.keep(placeOfVerifier(tenantId, row.id), verifier);
      return url;
    } catch (error) {
      const { message, action } = explainFor(connect, tenantId, error);
      throw new InputError(`${message} ${action}`);
    }
  }

  /** The verifier of a sign-in, which is gone by that. */
  async verifierOf(
    row: Pick<ConnectRequestRow, 'id' | 'tenant_id' | 'kind'> | undefined,
  ): Promise<string | null> {
    const { safe } = this.#options;
    if (row?.kind !== 'reader' || !safe) {
      return null;
    }
    const place = placeOfVerifier(row.tenant_id, row.id);
    // One that does not open is none.
    const verifier = await safe.read(place).catch(() => null);
    await safe.forget(place);
    return verifier;
  }

  /**
   * What keeps who signed in; a problem where the tenant does not answer in their name, or is not the one that was
   * asked for.
   */
  async redeem(
    connect: ConnectConfig,
    row: ConnectRequestRow,
    { code, codeVerifier }: { code: string; codeVerifier: string | null },
  ): Promise<Problem | ((knex: Knex) => Promise<void>)> {
    const { safe, clock } = this.#options;
    const tenantId = row.tenant_id;
    try {
      if (!safe || codeVerifier === null) {
        throw new SealedSecretError(safe ? 'missing' : 'no-key');
      }
      const signIn = new ReaderSignIn(connect, tenantId, clock);
      const request = this.#requestOf(connect, row);
      let cache = await signIn.redeem({ ...request, code, codeVerifier });
      if (cache === null) {
        throw new WrongTenantError('unknown');
      }
      const tenant = portalTenantOf(
        connect,
        {
          tenantId,
          contact: null,
          switchedOff: [],
          kind: 'reader',
          clientId: null,
          secretEndsAt: null,
        },
        {
          read: async () => ({
            secret: cache!,
            replace: async next => {
              cache = next;
            },
          }),
        },
      );
      const problem = await tryToRead(this.#options, tenant);
      return problem ?? (await safe.seal(placeOfReader(tenantId), cache));
    } catch (error) {
      return explainFor(connect, tenantId, error);
    }
  }

  /** Puts on record that somebody signed in. */
  async signedIn(
    { tenant_id: tenantId, asked_by }: ConnectRequestRow,
    isNew: boolean,
  ): Promise<void> {
    await this.#options.connections.record(tenantId, {
      actor: { kind: 'user', ref: asked_by },
      kind: isNew ? 'reader-signed-in' : 'reader-signed-in-again',
      outcome: 'done',
      details: {},
    });
  }

  /** What reading in somebody's name asks for. */
  #requestOf({ graphRoot }: ConnectConfig, row: ConnectRequestRow) {
    const switchedOff: string[] = JSON.parse(row.switched_off);
    const permissions = this.#options.collectors
      .filter(
        ({ source, id }) => source === 'graph' && !switchedOff.includes(id),
      )
      .flatMap(({ permission }) => permission ?? []);
    return {
      scopes: [...new Set(permissions)].map(name => `${graphRoot}/${name}`),
      redirectUri: this.#redirectUri,
    };
  }
}
