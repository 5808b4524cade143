/** Where the access tokens of one tenant's app come from. */
export interface Tokens {
  /**
   * A token, from memory while it is valid.
   *
   * @param renew - whether to ask for a new one, after the last was refused
   */
  acquire(renew: boolean): Promise<string>;
  /** Forgets the token, so that the next one shows what was granted since. */
  forget(): void;
}
