import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  EntraMfaClock,
  EntraMfaKeyService,
  EntraMfaSealed,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import type { KeptSecret, OpenedSecret } from '../config/types';
import { SealedSecretError } from '../credentials/SealedSecretError';
import {
  insertSealedSecret,
  deleteOldSealedSecrets,
  deleteSealedSecret,
  readSealedSecret,
  readSealedSecretsByOtherKeys,
  updateSealedSecret,
  updateWrappedKey,
} from '../store/connections/sealedSecrets';
import type { SealedSecretRow } from '../store/sql/tables';
import { belongingOf } from './belongingOf';
import { decrypt, encrypt } from './jwe';

type Sealed = Pick<SealedSecretRow, 'key_id' | 'wrapped_key' | 'sealed'>;

/** What the safe is kept with. */
export interface SafeOptions {
  /** The first one wraps; the others open what they have wrapped. */
  keys: readonly [EntraMfaKeyService, ...EntraMfaKeyService[]];
  knex: Knex;
  clock: Pick<EntraMfaClock, 'now'>;
  logger: Pick<LoggerService, 'info' | 'warn'>;
}

/**
 * Keeps secrets in the database, sealed: each by a key of its own, which the portal's key, or a service that has
 * one, wraps. The tenant and the purpose are bound in, so that a row opens in its own place alone.
 */
export class Safe {
  readonly #options: SafeOptions;

  constructor(options: SafeOptions) {
    this.#options = options;
  }

  /** Keeps a secret, in the place of an earlier one. */
  async keep(place: EntraMfaSealed, secret: string): Promise<void> {
    const { knex } = this.#options;
    await insertSealedSecret(knex, place, await this.#seal(place, secret));
  }

  /** Seals a secret now; gives what keeps it, in the place of an earlier one, in whichever transaction. */
  async seal(
    place: EntraMfaSealed,
    secret: string,
  ): Promise<(knex: Knex) => Promise<void>> {
    const values = await this.#seal(place, secret);
    return knex => insertSealedSecret(knex, place, values);
  }

  /**
   * The secret that is kept; null where there is none.
   *
   * @throws SealedSecretError
   */
  async read(place: EntraMfaSealed): Promise<string | null> {
    return (await this.open(place))?.secret ?? null;
  }

  /**
   * As `read`, with what replaces it: where somebody else was faster, theirs is the newer one.
   *
   * @throws SealedSecretError
   */
  async open(place: EntraMfaSealed): Promise<OpenedSecret | null> {
    const { knex } = this.#options;
    const row = await readSealedSecret(knex, place);
    if (!row) {
      return null;
    }
    const key = await this.#unwrap(row, place);
    try {
      const plain = await decrypt(key, row.sealed, belongingOf(place));
      return {
        secret: Buffer.from(plain).toString('utf8'),
        replace: async next => {
          const values = await this.#seal(place, next);
          await updateSealedSecret(knex, place, row, values);
        },
      };
    } catch {
      throw new SealedSecretError('broken');
    }
  }

  /** One place of it, for who needs no other. */
  at(place: EntraMfaSealed): KeptSecret {
    return { read: () => this.open(place) };
  }

  /** Lets a secret go. */
  async forget(place: EntraMfaSealed): Promise<void> {
    await deleteSealedSecret(this.#options.knex, place);
  }

  /** Lets secrets of a kind of purpose go that were kept before a time. */
  async forgetOld(purpose: string, before: Date): Promise<void> {
    await deleteOldSealedSecrets(this.#options.knex, purpose, before);
  }

  /**
   * Has the key of today wrap what earlier ones have: after it they can go. What does not open is left as it is, and
   * is a problem of its connection alone.
   */
  async rewrap(): Promise<void> {
    const { knex, keys, logger } = this.#options;
    let wrapped = 0;
    for (const row of await readSealedSecretsByOtherKeys(knex, keys[0].id)) {
      const place = { tenantId: row.tenant_id, purpose: row.purpose };
      try {
        const key = await this.#unwrap(row, place);
        const wrapped_key = await keys[0].wrap(key, place);
        const next = { key_id: keys[0].id, wrapped_key };
        wrapped += (await updateWrappedKey(knex, row, next)) ? 1 : 0;
      } catch (error) {
        const reason =
          error instanceof SealedSecretError ? error.reason : 'key-service';
        logger.warn(
          `A sealed secret of tenant ${place.tenantId} could not be wrapped by the key of today (${reason}). Keep the key by which it was sealed, entraMfa.connect.previousKeyFile; or sign in again, or enter it again.`,
        );
      }
    }
    if (wrapped > 0) {
      logger.info(
        `The key of today wraps ${wrapped} sealed secrets that an earlier one wrapped: once every replica has started with it, the earlier one can go`,
      );
    }
  }

  async #seal(place: EntraMfaSealed, secret: string): Promise<SealedValues> {
    const { keys, clock } = this.#options;
    const [current] = keys;
    const key = randomBytes(32);
    try {
      return {
        key_id: current.id,
        wrapped_key: await current.wrap(key, place),
        sealed: await encrypt(key, Buffer.from(secret), belongingOf(place)),
        sealed_at: clock.now(),
      };
    } catch {
      throw new SealedSecretError('key-service');
    }
  }

  async #unwrap(row: Sealed, place: EntraMfaSealed): Promise<Uint8Array> {
    const key = this.#options.keys.find(({ id }) => id === row.key_id);
    if (!key) {
      throw new SealedSecretError('no-key');
    }
    try {
      return await key.unwrap(row.wrapped_key, place);
    } catch (error) {
      // What a service says of it may hold anything.
      throw error instanceof SealedSecretError
        ? error
        : new SealedSecretError('key-service');
    }
  }
}

type SealedValues = Sealed & { sealed_at: Date };
