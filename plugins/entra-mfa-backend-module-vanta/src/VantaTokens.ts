import {
  EntraMfaSinkError,
  sendToSink,
  type EntraMfaSinkRequest,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { z } from 'zod';

/** A token is not used in its last minutes: a push begins with one that lasts. */
const SPARE_MS = 5 * 60_000;

const answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
});

/** An OAuth client of Vanta, and what it asks for. */
export interface VantaClientOf {
  apiUrl: string;
  clientId: string;
  clientSecret: string;
  scope: string;
}

/**
 * The tokens of one application of Vanta. It has one active token: a new one ends the one before, and five are given in a
 * minute. So one is kept for the hour that it lasts, and only the replica that pushes asks for it.
 *
 * Source: developer.vanta.com, concepts/authentication and reference/overview, as stored on 2026-11-30.
 */
export class VantaTokens {
  readonly #client: VantaClientOf;
  readonly #now: () => number;
  #kept: { token: string; until: number } | null = null;

  constructor(client: VantaClientOf, now: () => number = Date.now) {
    this.#client = client;
    this.#now = now;
  }

  async get(
    sending: Pick<EntraMfaSinkRequest, 'signal' | 'sleep'>,
  ): Promise<string> {
    if (this.#kept && this.#now() < this.#kept.until) return this.#kept.token;
    const { apiUrl, clientId, clientSecret, scope } = this.#client;
    const response = await sendToSink({
      ...sending,
      title: 'Vanta',
      what: 'the request for a token',
      url: `${apiUrl}/oauth/token`,
      init: () => ({
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          client_id: clientId,
          client_secret: clientSecret,
          scope,
          grant_type: 'client_credentials',
        }),
      }),
      advice: {
        400: 'Check the client id and secret, and that the application is of the right type.',
        401: 'Check the client id and secret in the configuration.',
      },
    });
    const { data } = answer.safeParse(await response.json().catch(() => null));
    if (!data) {
      throw new EntraMfaSinkError(
        'Vanta answered the request for a token with something else. Check entraMfa.sinks.vanta.apiUrl.',
      );
    }
    const until = this.#now() + data.expires_in * 1_000 - SPARE_MS;
    this.#kept = { token: data.access_token, until };
    return data.access_token;
  }

  /** Forgets a token that is not taken any more: somebody else has asked for one. */
  forget(): void {
    this.#kept = null;
  }
}
