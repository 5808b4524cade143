import { type RouteName } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import knexFactory, { type Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type request from 'supertest';
import { recordedAt, tenantId } from './contoso';
import { liveThrough, type ExceptionIds } from './liveThrough';
import { Portal } from './Portal';
import type {
  RecordedAnswer,
  RecordedStep,
  Recording,
  ScenarioToRecord,
  StepToRecord,
} from './types';

const open = (filename: string) =>
  knexFactory({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
  });

/** The route of the contract that a request is for. */
function routeOf(method: string, path: string): RouteName {
  const names = Object.keys(routes) as RouteName[];
  const found = names.find(name => {
    const pattern = routes[name].path.replace(/\{\w+\}/g, '[^/]+');
    return (
      routes[name].method === method.toLowerCase() &&
      new RegExp(`^${pattern}$`).test(path)
    );
  });
  if (!found) throw new Error(`No route answers ${method} ${path}`);
  return found;
}

function nextPage(path: string, body: unknown): string {
  const { pageInfo } = body as { pageInfo: { nextCursor: string | null } };
  if (pageInfo.nextCursor === null) throw new Error(`${path} has one page`);
  const [start, query] = path.split('?');
  const search = new URLSearchParams(query);
  search.set('cursor', pageInfo.nextCursor);
  search.sort();
  return `${start}?${search}`;
}

/** Asks one portal as one caller, with names in place of the ids that are drawn by chance. */
class Asking {
  constructor(
    private readonly portal: Portal,
    private readonly ids: ExceptionIds,
    private readonly caller: ScenarioToRecord['caller'],
  ) {}

  async all(reads: ScenarioToRecord['reads']): Promise<RecordedAnswer[]> {
    const answers = new Map<string, RecordedAnswer>();
    const ask = async (path: string) => {
      const answer = await this.get(path);
      answers.set(answer.request, answer);
      return answer;
    };
    for (const read of reads) {
      if (typeof read === 'string') {
        await ask(read);
      } else {
        const { body } = await ask(read.andNext);
        await ask(nextPage(read.andNext, body));
      }
    }
    return [...answers.values()].sort((a, b) =>
      a.request < b.request ? -1 : 1,
    );
  }

  async get(path: string): Promise<RecordedAnswer> {
    const { api } = this.portal;
    return this.#told(
      'GET',
      path,
      await api.get(this.#real(path), this.caller),
    );
  }

  /** What is sent, where it may depend on an answer. */
  async made(body: StepToRecord['body']): Promise<object | undefined> {
    if (!body || !('make' in body)) return body;
    const { body: answer } = await this.get(body.of);
    return body.make(answer as never);
  }

  async post(path: string, body: object = {}): Promise<RecordedAnswer> {
    const { api } = this.portal;
    const sent = await api.post(this.#real(path), this.caller).send(body);
    if (sent.status >= 300) {
      throw new Error(`POST ${path}: ${sent.text}`);
    }
    if (path === '/exceptions') this.ids.new = sent.body.id;
    return this.#told('POST', path, sent);
  }

  #told(
    method: string,
    path: string,
    { status, text, type, headers }: request.Response,
  ): RecordedAnswer {
    const answer = { request: `${method} ${path}`, status };
    if (type === 'text/csv') {
      const [, file] =
        /filename="(.+)"/.exec(headers['content-disposition']) ?? [];
      return { ...answer, file, csv: this.#named(text) };
    }
    const body: unknown = JSON.parse(this.#named(text));
    const { response } = routes[routeOf(method, path.split('?')[0])];
    // What the contract does not know of would be missing to whoever goes by it.
    if (status < 300 && !isDeepStrictEqual(response?.parse(body), body)) {
      throw new Error(`${answer.request} answers what is not in the contract`);
    }
    return { ...answer, body };
  }

  #real(path: string): string {
    return Object.entries(this.ids).reduce(
      (text, [name, id]) => text.replaceAll(`exception-${name}`, id),
      path,
    );
  }

  #named(text: string): string {
    return Object.entries(this.ids).reduce(
      (rest, [name, id]) => rest.replaceAll(id, `exception-${name}`),
      text,
    );
  }
}

/** Records what the backend answers in one situation after the other, each on a copy of the same past. */
export class Recorder {
  readonly #directory = mkdtempSync(join(tmpdir(), 'entra-mfa-recorder-'));
  #past: { file: string; ids: ExceptionIds } | undefined;
  #copies = 0;

  async record(scenario: ScenarioToRecord): Promise<Recording> {
    const { reads, steps = [], caller } = scenario;
    const answers = await this.#in(scenario, async (portal, ids) => {
      const asking = new Asking(portal, ids, caller);
      return asking.all(reads);
    });
    const taken: RecordedStep[] = [];
    for (const { post, body, then } of steps) {
      const step = await this.#in(scenario, async (portal, ids) => {
        const asking = new Asking(portal, ids, caller);
        const sent = await asking.made(body);
        const answer = await asking.post(post, sent);
        return {
          ...answer,
          ...(sent && { sent }),
          then: await asking.all(then),
        };
      });
      taken.push(step);
    }
    return {
      at: (scenario.at ?? recordedAt).toISOString(),
      tenant: tenantId,
      answers,
      steps: taken,
    };
  }

  stop(): void {
    rmSync(this.#directory, { recursive: true });
  }

  /** Brings a portal into a situation, and lets something be asked of it. */
  async #in<T>(
    scenario: ScenarioToRecord,
    ask: (portal: Portal, ids: ExceptionIds) => Promise<T>,
  ): Promise<T> {
    const { from, portal: options, live, duringPage, at } = scenario;
    const knex = open(
      from === 'history' ? await this.#copyOfPast() : this.#newFile(),
    );
    const portal = await Portal.start(knex, options);
    const ids = from === 'history' ? { ...this.#past!.ids } : {};
    try {
      if (duringPage !== undefined) {
        return await portal.duringPage(duringPage, () => ask(portal, ids));
      }
      await live?.(portal);
      portal.now = at ?? recordedAt;
      await portal.look();
      return await ask(portal, ids);
    } finally {
      await portal.stop();
      await knex.destroy();
    }
  }

  #newFile(): string {
    this.#copies += 1;
    return join(this.#directory, `${this.#copies}.sqlite`);
  }

  /** The months of the tenant are lived through once. */
  async #copyOfPast(): Promise<string> {
    this.#past ??= await this.#liveThrough();
    const copy = this.#newFile();
    const knex = open(this.#past.file);
    await knex.raw('VACUUM INTO ?', [copy]);
    await knex.destroy();
    return copy;
  }

  async #liveThrough() {
    const file = this.#newFile();
    const knex: Knex = open(file);
    const portal = await Portal.start(knex);
    const ids = await liveThrough(portal);
    await portal.stop();
    await knex.destroy();
    return { file, ids };
  }
}
