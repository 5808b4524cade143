import {
  AuthenticationHandler,
  Client,
  GraphClientError,
  type AuthenticationProvider,
  type Context,
  type Middleware,
  type MiddlewareOptions,
} from '@microsoft/microsoft-graph-client';

/**
 * Sends a request to this very address. Graph's links are opaque and must be followed as they are;
 * the library would take them apart and put their parameters in another order.
 */
export class Verbatim implements MiddlewareOptions {
  constructor(readonly address: string) {}
}

/** Carries a failed request up with its cause, which the library would lose in an error of its own. */
export class TransportFailure extends GraphClientError {
  constructor(readonly failure: unknown) {
    super('The request failed');
    Object.setPrototypeOf(this, TransportFailure.prototype);
  }
}

class FollowVerbatim implements Middleware {
  #next?: Middleware;

  setNext(next: Middleware) {
    this.#next = next;
  }

  async execute(context: Context) {
    const verbatim = context.middlewareControl?.getMiddlewareOptions(Verbatim);
    if (verbatim instanceof Verbatim) {
      context.request = verbatim.address;
    }
    await this.#next?.execute(context);
  }
}

class Send implements Middleware {
  async execute(context: Context) {
    try {
      context.response = await fetch(context.request, {
        ...context.options,
        redirect: 'manual',
      });
    } catch (error) {
      throw new TransportFailure(error);
    }
  }
}

/**
 * Microsoft's Graph client for one root, without its own handlers for retries and redirects: three
 * tries in a few seconds are too few for a report of hours, and a redirect must never take the token
 * elsewhere.
 */
export function createGraphClient(
  graphRoot: string,
  authenticationProvider: AuthenticationProvider,
): Client {
  const chain = [
    new FollowVerbatim(),
    new AuthenticationHandler(authenticationProvider),
    new Send(),
  ] as const;
  chain[0].setNext(chain[1]);
  chain[1].setNext(chain[2]);
  return Client.initWithMiddleware({
    middleware: chain[0],
    baseUrl: graphRoot,
    defaultVersion: 'v1.0',
    customHosts: new Set([new URL(graphRoot).hostname]),
  });
}
