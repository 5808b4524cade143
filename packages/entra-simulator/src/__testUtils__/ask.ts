import { request } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import type { Simulator } from '../startSimulator';

/** An answer as it came over the wire. */
export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
};

/** Asks a simulator with nothing in between: no retries, no parsing. Rejects when the answer breaks off. */
export function ask(
  simulator: Simulator,
  path: string,
  options: {
    method?: string;
    headers?: Record<string, string>;
    body?: string;
  } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, simulator.url),
      {
        method: options.method ?? 'GET',
        headers: options.headers,
        ca: simulator.certificate,
      },
      response => {
        const parts: Buffer[] = [];
        response.on('data', part => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}

/** Asks for a token as an application does. */
export function askForToken(
  simulator: Simulator,
  changes: Record<string, string> = {},
  tenant = simulator.tenantId,
): Promise<Answer> {
  return ask(simulator, `/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: simulator.clientId,
      client_secret: simulator.clientSecret,
      scope: `${simulator.url}/.default`,
      ...changes,
    }).toString(),
  });
}

/** The answer to a part of a batch. */
type PartAnswer = {
  id: string;
  status: number;
  headers: Record<string, string>;
  body: { value?: unknown; error?: { code: string } };
};

/** A client of one simulator's Graph. */
export type GraphClient = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** The answers of a batch of paths, in the order of the paths. */
  batch(paths: readonly string[]): Promise<PartAnswer[]>;
  /** The rows of all pages. */
  rows(path: string): Promise<Record<string, unknown>[]>;
};

/** Signs in; throws when that fails. */
export async function signIn(simulator: Simulator): Promise<GraphClient> {
  const answer = await askForToken(simulator);
  const authorization = `Bearer ${JSON.parse(answer.text).access_token}`;
  const get: GraphClient['get'] = (path, headers = {}) =>
    ask(simulator, path.startsWith('/') ? `/v1.0${path}` : path, {
      headers: { authorization, ...headers },
    });
  return {
    get,
    async batch(paths) {
      const requests = paths.map((url, at) => ({
        id: String(at),
        method: 'GET',
        url,
      }));
      const { status, text } = await ask(simulator, '/v1.0/$batch', {
        method: 'POST',
        headers: { authorization, 'Content-Type': 'application/json' },
        body: JSON.stringify({ requests }),
      });
      if (status !== 200) {
        throw new Error(`The batch was answered with ${status}: ${text}`);
      }
      const { responses }: { responses: PartAnswer[] } = JSON.parse(text);
      return requests.map(({ id }) => responses.find(one => one.id === id)!);
    },
    async rows(path) {
      const rows: Record<string, unknown>[] = [];
      let next: string | undefined = path;
      while (next) {
        const { status, text } = await get(next);
        if (status !== 200) {
          throw new Error(`${next} was answered with ${status}: ${text}`);
        }
        const page: {
          value: Record<string, unknown>[];
          '@odata.nextLink'?: string;
        } = JSON.parse(text);
        rows.push(...page.value);
        next = page['@odata.nextLink'];
      }
      return rows;
    },
  };
}

/** The code of an error in Graph's shape. */
export const codeOf = ({ text }: Answer): string => JSON.parse(text).error.code;
