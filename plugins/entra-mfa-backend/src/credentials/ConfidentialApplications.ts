import {
  ConfidentialClientApplication,
  type INetworkModule,
} from '@azure/msal-node';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { AppCredentialConfig, TenantConfig } from '../config/types';
import type { Certificate } from './Certificate';
import { KeptCertificate } from './KeptCertificate';
import { readCredentialFile } from './readCredentialFile';

type Auth = ConstructorParameters<
  typeof ConfidentialClientApplication
>[0]['auth'];
type Proof = Pick<
  Auth,
  'clientSecret' | 'clientCertificate' | 'clientAssertion'
>;

/** An application, and where it signs in. */
export type ApplicationSettings = Pick<
  TenantConfig,
  'clientId' | 'authority' | 'knownAuthority'
> & { credential: AppCredentialConfig };

/** MSAL's applications of one app registration: one for each certificate, since MSAL takes a certificate once. */
export class ConfidentialApplications {
  readonly #certificate: KeptCertificate | null;
  #used: Certificate | null = null;
  #application: ConfidentialClientApplication | null = null;

  constructor(
    private readonly settings: ApplicationSettings,
    clock: Pick<EntraMfaClock, 'now'>,
    private readonly network: INetworkModule,
  ) {
    const { credential } = settings;
    this.#certificate =
      credential.kind === 'certificate'
        ? new KeptCertificate(credential, clock)
        : null;
  }

  /** The one that signs in now, with what it keeps in memory. */
  async current(): Promise<ConfidentialClientApplication> {
    const certificate = (await this.#certificate?.read()) ?? null;
    if (this.#application === null || certificate !== this.#used) {
      this.#application = this.#build(certificate);
      this.#used = certificate;
    }
    return this.#application;
  }

  /** One that keeps nothing of others in memory. */
  async another(): Promise<ConfidentialClientApplication> {
    return this.#build((await this.#certificate?.read()) ?? null);
  }

  /** Forgets what is kept in memory. */
  clear(): void {
    this.#application?.clearCache();
  }

  #build(certificate: Certificate | null): ConfidentialClientApplication {
    const { clientId, authority, knownAuthority, credential } = this.settings;
    return new ConfidentialClientApplication({
      auth: {
        clientId,
        authority,
        knownAuthorities: knownAuthority ? [] : [new URL(authority).host],
        ...proofOf(credential, certificate),
      },
      system: { networkClient: this.network },
    });
  }
}

function proofOf(
  credential: AppCredentialConfig,
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
