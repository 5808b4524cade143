import { ConflictError, InputError } from '@backstage/errors';
import { portalTenantOf } from '../../config/portalTenantOf';
import type { ConnectConfig, TenantConfig } from '../../config/types';
import type { NewSecret } from '../../connections/Connections';
import { placeOfApplication } from '../../sealing/places';
import type { Safe } from '../../sealing/Safe';
import type { BodyOf } from '../types';
import { explainFor } from './explainFor';
import { tryToRead } from './tryToRead';
import type { ConnectServiceOptions } from './types';

/** An application of a tenant's own, as somebody entered it. */
export interface OwnApplication {
  clientId: string;
  clientSecret: string;
  endsAt: Date | null;
}

/** Has tenants read by applications of their own, whose secrets lie sealed. */
export class OwnApplications {
  readonly #options: ConnectServiceOptions;

  constructor(options: ConnectServiceOptions) {
    this.#options = options;
  }

  /**
   * The application that a request names; null where it is read in another way.
   *
   * @throws InputError where there is no key, or something of it is missing or too much
   */
  of(body: BodyOf<'beginConnect'>): OwnApplication | null {
    const { kind, clientId, clientSecret, expiresAt, handOn } = body;
    if (kind !== 'application') {
      for (const [name, value] of Object.entries({
        clientId,
        clientSecret,
        expiresAt,
      })) {
        refuseWhere(
          value !== undefined,
          name,
          'it only stands beside the kind application',
        );
      }
      return null;
    }
    this.#safe();
    refuseWhere(
      handOn,
      'handOn',
      'there is nothing to consent to, and so no link',
    );
    if (clientId === undefined || clientSecret === undefined) {
      const missing = clientId === undefined ? 'clientId' : 'clientSecret';
      throw new InputError(
        `Parameter '${missing}' is missing: the kind application needs both clientId and clientSecret`,
      );
    }
    return { clientId, clientSecret, endsAt: toEnd(expiresAt) };
  }

  /** How a tenant would be read by its own application. */
  tenantOf(
    connect: ConnectConfig,
    tenantId: string,
    { clientId, clientSecret, endsAt }: OwnApplication,
  ): TenantConfig {
    return portalTenantOf(
      connect,
      {
        tenantId,
        contact: null,
        switchedOff: [],
        kind: 'application',
        clientId,
        secretEndsAt: endsAt,
      },
      inMemory(clientSecret),
    );
  }

  /** Seals a secret now; gives what keeps it. */
  async seal(
    tenantId: string,
    { clientSecret }: Pick<OwnApplication, 'clientSecret'>,
  ): ReturnType<Safe['seal']> {
    return this.#safe().seal(placeOfApplication(tenantId), clientSecret);
  }

  /**
   * Another secret for a tenant that is connected, after it was tried; null where none is given.
   *
   * @throws InputError where the tenant does not answer with it
   */
  async another(
    tenant: TenantConfig,
    { clientSecret, expiresAt }: BodyOf<'changeConnection'>,
  ): Promise<NewSecret | null> {
    if (clientSecret === undefined) {
      refuseWhere(
        expiresAt !== undefined,
        'expiresAt',
        'it only stands beside clientSecret',
      );
      return null;
    }
    const { tenantId, credential } = tenant;
    if (credential.kind !== 'sealed-secret') {
      throw new ConflictError(
        `Tenant ${tenantId} is not read by an application of its own: disconnect it, and connect it in that way`,
      );
    }
    const endsAt = toEnd(expiresAt);
    const kept = inMemory(clientSecret);
    const tried: TenantConfig = {
      ...tenant,
      credential: { kind: 'sealed-secret', kept, endsAt },
    };
    const problem = await tryToRead(this.#options, tried, 1);
    if (problem) {
      throw new InputError(
        `Parameter 'clientSecret' is wrong: ${problem.message} ${problem.action} The one before goes on.`,
      );
    }
    try {
      return { endsAt, keep: await this.seal(tenantId, { clientSecret }) };
    } catch (error) {
      const { message, action } = explainFor(tenant, tenantId, error);
      throw new InputError(`${message} ${action}`);
    }
  }

  #safe(): Safe {
    const { safe } = this.#options;
    if (!safe) {
      throw new InputError(
        "Parameter 'kind' is wrong: no secret can be entered where there is no key, entraMfa.connect.keyFile (docs/configuration.md)",
      );
    }
    return safe;
  }
}

function refuseWhere(isWrong: boolean, name: string, why: string): void {
  if (isWrong) {
    throw new InputError(`Parameter '${name}' is wrong: ${why}`);
  }
}

function toEnd(expiresAt: string | undefined): Date | null {
  return expiresAt === undefined ? null : new Date(expiresAt);
}

/** What is tried before it is kept. */
function inMemory(secret: string) {
  return { read: async () => ({ secret, replace: async () => {} }) };
}
