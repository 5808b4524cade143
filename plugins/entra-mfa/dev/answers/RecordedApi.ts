import type {
  JsonRouteName,
  RouteName,
  RouteParams,
  RouteQuery,
  RouteResponse,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { loadRecording, type RecordedAnswer } from './Recording';
import { callOf, requestOf, routeOf } from './requests';
import { recordingsOf, type Scenario } from './scenarios';

/** The requests that no recording answers; tests fail over them. */
export const notRecorded: string[] = [];

/** A request as it was sent. */
export interface Sent {
  route: RouteName | undefined;
  path: string;
  query: Record<string, string>;
  body: unknown;
}

type Switch = (
  answer: () => Promise<Response>,
  sent: Sent,
) => Promise<Response> | Response;

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });

const failure = (status: number, name: string, message: string) =>
  json(status, { error: { name, message }, response: { statusCode: status } });

/** The answer as the contract describes it; what does not fit it is not shown at all. */
function toResponse(answer: RecordedAnswer): Response {
  const { request, status, body, csv, file } = answer;
  if (csv !== undefined) {
    return new Response(csv, {
      headers: {
        'Content-Type': 'text/csv',
        'Content-Disposition': `attachment; filename="${file}"`,
      },
    });
  }
  const route = routeOf(request);
  if (!route) throw new Error(`No route answers ${request}`);
  return json(status, status < 300 ? parsed(route, body) : body);
}

/**
 * Answers `/api/entra-mfa/v1` with what the backend answered when it was recorded, in one situation.
 * What is not recorded is not made up. A test may switch the answers of single routes.
 */
export class RecordedApi {
  /** What was asked, in order. */
  readonly sent: Sent[] = [];
  /** How many requests have been answered. */
  answered = 0;
  readonly #scenario: Scenario;
  readonly #recordings;
  readonly #switches = new Map<RouteName, Switch>();
  readonly #nearest: boolean;
  /** The answers that a step has left, newest first. */
  #after: RecordedAnswer[] = [];

  /** @param options - `nearest`: to what is not recorded, the most similar answer of its path */
  constructor(
    scenario: Scenario = 'healthy',
    options: { nearest?: boolean } = {},
  ) {
    this.#scenario = scenario;
    this.#recordings = recordingsOf[scenario].map(loadRecording);
    this.#nearest = options.nearest ?? false;
  }

  /** When the answers were recorded. */
  get at(): number {
    return Date.parse(this.#recordings[0].at);
  }

  /** The recorded answer of a call. */
  answer<N extends JsonRouteName>(
    name: N,
    params: RouteParams<N>,
    query: RouteQuery<N> = {},
  ): RouteResponse<N> {
    const request = callOf(name, params, query);
    const found = this.#find(request);
    if (!found) throw new Error(this.#missing(request));
    return parsed(name, found.body) as RouteResponse<N>;
  }

  /** Every recorded answer of a route that is not a failure. */
  all<N extends JsonRouteName>(name: N): RouteResponse<N>[] {
    return this.#recordings
      .flatMap(({ answers }) => answers)
      .filter(
        ({ request, status, csv }) =>
          status < 300 && csv === undefined && routeOf(request) === name,
      )
      .map(({ body }) => parsed(name, body) as RouteResponse<N>);
  }

  /** Changes the answers of a route, within the contract. */
  change<N extends JsonRouteName>(
    name: N,
    change: (body: RouteResponse<N>, sent: Sent) => RouteResponse<N>,
  ): this {
    return this.switch(name, async (answer, sent) => {
      const response = await answer();
      if (!response.ok) return response;
      const body = change(await response.json(), sent);
      return json(response.status, parsed(name, body));
    });
  }

  /** Has a route fail. */
  fail(name: RouteName, status: number, message = 'It failed'): this {
    return this.switch(name, () => failure(status, 'Error', message));
  }

  /** Has a route never answer. */
  silence(name: RouteName): this {
    return this.switch(name, () => new Promise(() => {}));
  }

  /** Has a route answer otherwise. */
  switch(name: RouteName, to: Switch): this {
    this.#switches.set(name, to);
    return this;
  }

  /** What was sent to a route last. */
  last(name: RouteName): Sent | undefined {
    return this.sent.findLast(({ route }) => route === name);
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const asked = requestOf(request.method, url, this.#recordings[0].tenant);
    const sent: Sent = {
      route: routeOf(asked),
      path: url.pathname.replace(/^.*\/v1/, ''),
      query: Object.fromEntries(url.searchParams),
      body: request.body ? await request.json() : undefined,
    };
    this.sent.push(sent);
    const to = sent.route && this.#switches.get(sent.route);
    const answer = async () => this.#respond(asked, sent);
    const response = await (to ? to(answer, sent) : answer());
    this.answered += 1;
    return response;
  };

  #respond(request: string, { route, body }: Sent): Response {
    if (this.#scenario === 'failed') {
      return failure(503, 'ServiceUnavailableError', 'The database is away');
    }
    const found = request.startsWith('GET ')
      ? this.#find(request)
      : this.#take(request, route, body);
    if (found) return toResponse(found);
    notRecorded.push(this.#missing(request));
    return failure(501, 'NotImplementedError', this.#missing(request));
  }

  #find(request: string): RecordedAnswer | undefined {
    const all = [
      this.#after,
      ...this.#recordings.map(({ answers }) => answers),
    ].flat();
    return (
      all.find(answer => answer.request === request) ??
      (this.#nearest ? nearestOf(request, all) : undefined)
    );
  }

  /** A request that changes something: what is asked later is answered as it was after it. */
  #take(
    request: string,
    route: RouteName | undefined,
    body: unknown,
  ): RecordedAnswer | undefined {
    const steps = this.#recordings.flatMap(recording => recording.steps);
    const told = steps.filter(step => step.request === request);
    const step =
      told.find(({ sent }) => isSameRow(route, sent, body)) ??
      (this.#nearest ? told[0] : undefined);
    if (step) this.#after = [...step.then, ...this.#after];
    return step;
  }

  #missing(request: string): string {
    return `No recording of "${
      this.#scenario
    }" answers ${request}: add it to the scenarios in plugins/entra-mfa-backend/src/__testUtils__/recorder, and run: yarn record`;
  }
}

/** An answer, as the contract reads it. */
function parsed(name: RouteName, body: unknown): unknown {
  const { response } = routes[name];
  if (!response) throw new Error(`${name} answers with a file`);
  return response.parse(body);
}

function isSameRow(
  route: RouteName | undefined,
  one: unknown,
  other: unknown,
): boolean {
  if (!route) return false;
  const contract = routes[route];
  const normal = (body: unknown) =>
    contract.body ? JSON.stringify(contract.body.parse(body ?? {})) : '';
  return normal(one) === normal(other);
}

/** Of the answers of the same path, the one that shares most of what is asked. */
function nearestOf(
  request: string,
  answers: readonly RecordedAnswer[],
): RecordedAnswer | undefined {
  const [path, query] = request.split('?');
  const asked = [...new URLSearchParams(query)].map(String);
  const shared = (answer: RecordedAnswer) => {
    const search = new URLSearchParams(answer.request.split('?')[1]);
    const all = [...search].map(String);
    const common = all.filter(one => asked.includes(one)).length;
    return 2 * common - all.length;
  };
  return answers
    .filter(answer => answer.request.split('?')[0] === path)
    .sort((a, b) => shared(b) - shared(a))[0];
}
