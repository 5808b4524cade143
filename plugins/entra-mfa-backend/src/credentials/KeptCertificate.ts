import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import {
  readCertificate,
  refuseUntimely,
  type Certificate,
  type CertificateFiles,
} from './Certificate';

/**
 * The certificate of a tenant, read again at each use, so that new files are used without a restart.
 * While new ones do not fit each other, as in the middle of a change, the last that did are used on.
 */
export class KeptCertificate {
  #last: Certificate | null = null;

  constructor(
    private readonly files: CertificateFiles,
    private readonly clock: Pick<EntraMfaClock, 'now'>,
  ) {}

  /**
   * The same object as long as it is the same certificate.
   *
   * @throws CredentialFileError where there is none that is in its time
   */
  async read(): Promise<Certificate> {
    const now = this.clock.now();
    try {
      const certificate = await readCertificate(this.files);
      refuseUntimely(certificate, now);
      if (certificate.thumbprintSha256 !== this.#last?.thumbprintSha256) {
        this.#last = certificate;
      }
      return this.#last;
    } catch (error) {
      if (this.#last === null || now > this.#last.endsAt) {
        throw error;
      }
      return this.#last;
    }
  }
}
