import { randomBytes } from 'node:crypto';
import type { ConsentAccount } from './accountsOf';

/** What an application has asked for, as its address said it. */
export type ConsentRequest = {
  /** The tenant of the address; `organizations` for that of whoever signs in. */
  tenantId: string;
  version: 1 | 2;
  /** What goes with a code, where one is asked for: somebody signs in, and does not only consent. */
  code?: { challenge: string | undefined; nonce: string | undefined };
  redirectUri: string;
  state: string | undefined;
  /** As it was asked for, and as it is given back. */
  scope: string | undefined;
};

/** What is granted by accepting: what the page has shown. */
export type AskedPermissions = {
  permissions: readonly string[];
  scopes: readonly string[];
};

/** A page that waits for its answer. */
export type PendingConsent = {
  request: ConsentRequest;
  /** Who has signed in, and what they were shown; undefined while the page asks for an account. */
  signedIn?: { account: ConsentAccount; asked: AskedPermissions };
};

/** More pages than are ever open at once: the oldest are forgotten. */
const largest = 1000;

/** The pages that wait for an answer. Each has a token, which is good for one answer. */
export class PendingConsents {
  readonly #pending = new Map<string, PendingConsent>();

  /** The token for a page. */
  open(pending: PendingConsent): string {
    if (this.#pending.size >= largest) {
      this.#pending.delete(this.#pending.keys().next().value!);
    }
    const token = randomBytes(24).toString('base64url');
    this.#pending.set(token, pending);
    return token;
  }

  /** The page of a token, which is used up by that. */
  take(token: unknown): PendingConsent | undefined {
    const pending = this.#pending.get(String(token));
    this.#pending.delete(String(token));
    return pending;
  }
}
