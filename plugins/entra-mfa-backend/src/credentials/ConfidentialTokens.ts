import {
  ConfidentialClientApplication,
  type INetworkModule,
} from '@azure/msal-node';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { CredentialConfig, TenantConfig } from '../config/types';
import type { Certificate } from './Certificate';
import { KeptCertificate } from './KeptCertificate';
import { readCredentialFile } from './readCredentialFile';
import type { Tokens } from './Tokens';

type Auth = ConstructorParameters<
  typeof ConfidentialClientApplication
>[0]['auth'];
type Proof = Pick<
  Auth,
  'clientSecret' | 'clientCertificate' | 'clientAssertion'
>;

/** Signs in with what the app registration knows: a secret, a certificate, or somebody's assertion. */
export class ConfidentialTokens implements Tokens {
  readonly #certificate: KeptCertificate | null;
  #used: Certificate | null = null;
  #application: ConfidentialClientApplication | null = null;

  constructor(
    private readonly tenant: TenantConfig & {
      credential: Exclude<CredentialConfig, { kind: 'managed-identity' }>;
    },
    clock: Pick<EntraMfaClock, 'now'>,
    private readonly network: INetworkModule,
  ) {
    const { credential } = tenant;
    this.#certificate =
      credential.kind === 'certificate'
        ? new KeptCertificate(credential, clock)
        : null;
  }

  async acquire(renew: boolean): Promise<string> {
    const application = await this.#current();
    const result = await application.acquireTokenByClientCredential({
      scopes: [`${this.tenant.graphRoot}/.default`],
      skipCache: renew,
    });
    if (!result) {
      throw new Error('no token');
    }
    return result.accessToken;
  }

  forget(): void {
    this.#application?.clearCache();
  }

  /** MSAL takes a certificate once: another one needs another application. */
  async #current(): Promise<ConfidentialClientApplication> {
    const certificate = (await this.#certificate?.read()) ?? null;
    if (this.#application === null || certificate !== this.#used) {
      this.#application = this.#build(proofOf(this.tenant, certificate));
      this.#used = certificate;
    }
    return this.#application;
  }

  #build(proof: Proof): ConfidentialClientApplication {
    const { clientId, authority, knownAuthority } = this.tenant;
    return new ConfidentialClientApplication({
      auth: {
        clientId,
        authority,
        knownAuthorities: knownAuthority ? [] : [new URL(authority).host],
        ...proof,
      },
      system: { networkClient: this.network },
    });
  }
}

function proofOf(
  { credential }: ConstructorParameters<typeof ConfidentialTokens>[0],
  certificate: Certificate | null,
): Proof {
  switch (credential.kind) {
    case 'secret':
      return { clientSecret: credential.clientSecret };
    case 'federated':
      return {
        // Who runs the workload renews it: it is read each time that a token is asked for.
        clientAssertion: async () => {
          const text = await readCredentialFile(
            credential.tokenFile,
            'federated.tokenFile',
          );
          return text.trim();
        },
      };
    default: {
      const { thumbprintSha256, privateKey } = certificate!;
      return { clientCertificate: { thumbprintSha256, privateKey } };
    }
  }
}
