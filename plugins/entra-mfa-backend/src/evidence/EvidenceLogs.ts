import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  formatVerifierKey,
  signCheckpoint,
  type Signer,
  type TimestampSource,
} from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import { readCheckpoint, updateNote } from '../store/evidence/readEvidence';
import type { CheckpointOutlets } from './CheckpointOutlets';

/** The logs of this portal, one for each tenant: what they are called, and who signs them. */
export class EvidenceLogs {
  readonly #options: {
    name: string;
    signer: Signer | null;
    timestamps?: TimestampSource | null;
    outlets?: CheckpointOutlets;
    knex: Knex;
    logger: LoggerService;
  };

  constructor(options: {
    name: string;
    signer: Signer | null;
    timestamps?: TimestampSource | null;
    outlets?: CheckpointOutlets;
    knex: Knex;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /** The public key in one line; null where none signs. */
  get key(): string | null {
    const { signer } = this.#options;
    return signer && formatVerifierKey(signer.name, signer.publicKey);
  }

  /** Who says when bundles were made; null where nobody is asked. */
  get timestamps(): TimestampSource | null {
    return this.#options.timestamps ?? null;
  }

  /** Null where nobody signs. */
  get signer(): Signer | null {
    return this.#options.signer;
  }

  originOf(tenantId: string): string {
    return `${this.#options.name}/entra-mfa/${tenantId}`;
  }

  /**
   * Signs what a log is now, which vouches for all that it was before. It never fails: what is not signed says so, and
   * is vouched for by the next state that is. What is signed is handed on, where the configuration says so.
   */
  async sign(tenantId: string): Promise<void> {
    const { signer, knex, logger, outlets } = this.#options;
    if (!signer) {
      return;
    }
    try {
      const newest = await readCheckpoint(knex, tenantId);
      if (!newest || newest.note !== null) {
        return;
      }
      const { size } = newest;
      const root = Buffer.from(newest.root, 'hex');
      const origin = this.originOf(tenantId);
      const note = await signCheckpoint({ origin, size, root }, signer);
      await updateNote(knex, tenantId, { size, note });
      // Nobody waits for who keeps it: it never fails, and the next one vouches for this one.
      void outlets?.send({ tenantId, size, note });
    } catch (error) {
      const { name } = error as Error;
      logger.warn(
        `The log of evidence of tenant ${tenantId} was not signed (${name}); it is with the next sync`,
      );
    }
  }
}
