/** A file of a credential that cannot be used. Tells the setting that names it, and nothing of what is in it. */
export class CredentialFileError extends Error {
  override name = 'CredentialFileError';

  constructor(
    /** Below the tenant: `certificate.privateKeyFile`. */
    readonly setting: string,
    /** What it should be: "should be a certificate in PEM". */
    readonly should: string,
    /** When what is in it ended, where that is all that is wrong. */
    readonly endedAt: Date | null = null,
  ) {
    super(`${setting} ${should}`);
  }
}
