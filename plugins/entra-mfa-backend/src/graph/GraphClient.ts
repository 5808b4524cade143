import { randomUUID } from 'node:crypto';
import {
  AuthenticationHandlerOptions,
  ResponseType,
  type Client,
} from '@microsoft/microsoft-graph-client';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Collector } from '../collectors/types';
import {
  createGraphClient,
  TransportFailure,
  Verbatim,
} from './createGraphClient';
import { ForeignAddressError, ReadError } from './errors';
import type { GraphCredentials } from './GraphCredentials';
import { batchOf, readBatch, type BatchAnswer } from './batch';
import { readAnswer, type Answer } from './readAnswer';
import { toConnectionError } from './toConnectionError';

/** Sent with every request: links to further pages do not remember headers. */
const headers = {
  Accept: 'application/json',
  // Without it, members that an enumeration got later come as `unknownFutureValue`.
  Prefer: 'include-unknown-enum-members',
  // A sync can wait while people's own requests go first. It changes no limit.
  'x-ms-throttle-priority': 'Low',
};

/** One request for a page. */
export interface PageRequest {
  collector: Collector;
  /** Null for the first page. */
  link: string | null;
  signal: AbortSignal;
  /** Ids that are asked for with one request: see `ReadOptions`. */
  ids?: readonly string[];
  /** Whether Graph has refused the last token. */
  renewToken: boolean;
}

/** Sends single requests to the Graph of one tenant. */
export class GraphClient {
  readonly #client: Client;
  readonly #origin: string;

  constructor(
    graphRoot: string,
    private readonly credentials: Pick<GraphCredentials, 'token'>,
    private readonly clock: EntraMfaClock,
    /** How long one request may take, with its answer. */
    private readonly timeoutMs = 60_000,
  ) {
    this.#origin = new URL(graphRoot).origin;
    this.#client = createGraphClient(graphRoot, {
      getAccessToken: () => {
        throw new Error('Every request brings its own token');
      },
    });
  }

  /**
   * Reads one page with one request.
   *
   * @throws ReadError, or the signal's reason
   */
  async page(request: PageRequest): Promise<Answer> {
    const { collector } = request;
    return this.#send(request, response =>
      readAnswer(response, this.clock.now(), collector.answer),
    );
  }

  /**
   * Asks for several ids with one request.
   *
   * @throws ReadError, or the signal's reason
   */
  async batch(
    request: PageRequest & { ids: readonly string[] },
  ): Promise<BatchAnswer> {
    return this.#send(request, response =>
      readBatch(response, request.ids, this.clock.now()),
    );
  }

  async #send<T>(
    request: PageRequest,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    const { collector, ids, link, signal, renewToken } = request;
    if (link !== null) {
      this.#refuseForeign(link);
    }
    const token = await this.credentials.token(signal, { renew: renewToken });
    const requestId = randomUUID();
    let response: Response | undefined;
    try {
      const asked = this.#request(collector, link, token, ids)
        .headers({
          ...headers,
          ...collector.headers,
          'client-request-id': requestId,
        })
        .options({
          signal: AbortSignal.any([
            signal,
            AbortSignal.timeout(this.timeoutMs),
          ]),
        })
        .responseType(ResponseType.RAW);
      response = await (ids
        ? asked.post(batchOf(collector, ids))
        : asked.get());
      return await read(response as Response);
    } catch (error) {
      signal.throwIfAborted();
      const readError =
        error instanceof ReadError
          ? error
          : toConnectionError(
              error instanceof TransportFailure ? error.failure : error,
              response !== undefined,
            );
      readError.requestIds.push(
        response?.headers.get('request-id') ?? requestId,
      );
      throw readError;
    }
  }

  #request(
    collector: Collector,
    link: string | null,
    token: string,
    ids?: readonly string[],
  ) {
    const request = this.#client.api(ids ? '/$batch' : collector.endpoint);
    if (collector.version) {
      request.version(collector.version);
    }
    const provider = { getAccessToken: async () => token };
    const options = [new AuthenticationHandlerOptions(provider)];
    if (ids) {
      return request.middlewareOptions(options);
    }
    return link === null
      ? request.query(collector.query).middlewareOptions(options)
      : request.middlewareOptions([...options, new Verbatim(link)]);
  }

  /** A link that was tampered with, or stored under another configuration, must never get a token. */
  #refuseForeign(link: string): void {
    const url = URL.canParse(link) ? new URL(link) : null;
    if (url?.origin !== this.#origin || url.protocol !== 'https:') {
      throw new ForeignAddressError(url?.host || 'an unreadable address');
    }
  }
}
