import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';

/** The schema of the README, with nothing beside. */
const record = z.strictObject({
  id: z.string().min(1),
  displayName: z.string().min(1),
  userPrincipalName: z.string().optional(),
  mail: z.string().optional(),
  state: z.enum(['covered', 'uncovered', 'unknown', 'exempt', 'out-of-scope']),
  reason: z.string(),
  scopeClass: z.string().optional(),
  mfaEnabled: z.boolean().optional(),
  methods: z.array(z.string()),
  privileged: z.boolean().optional(),
  enabled: z.boolean().optional(),
  snapshot: z.number(),
  snapshotAt: z.iso.datetime(),
});

export type DrataRecord = z.output<typeof record>;

const base = '/public/v2/custom-connections/12/resources/34';

/** What Drata's interface says it does, as far as the module asks: sessions of records, and evidence. */
export class StandInDrata {
  readonly #server: Server;
  readonly #staged = new Map<string, Map<string, DrataRecord>>();
  /** What the resource holds. */
  active = new Map<string, DrataRecord>();
  /** How many records came with each request. */
  sizes: number[] = [];
  uploads: { path: string; body: string }[] = [];
  /** What goes wrong with the next requests; 0 is nothing. */
  faults: number[] = [];
  asked: string[] = [];

  private constructor() {
    this.#server = createServer((request, response) => {
      void this.#answer(request, response);
    });
  }

  static async start(): Promise<StandInDrata> {
    const drata = new StandInDrata();
    drata.#server.listen(0, '127.0.0.1');
    await once(drata.#server, 'listening');
    return drata;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Forgets what sessions hold, as a session that has expired. */
  expire(): void {
    this.#staged.clear();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    const { pathname: path, searchParams } = new URL(
      request.url ?? '',
      this.url,
    );
    const body = (await buffer(request)).toString('utf8');
    this.asked.push(`${request.method} ${path}`);
    const send = (status: number, answer: object) =>
      response
        .writeHead(status, {
          'Content-Type': 'application/json',
          ...(status === 429 && { 'Retry-After': '9' }),
        })
        .end(JSON.stringify(answer));
    const fault = this.faults.shift();
    if (request.headers.authorization !== 'Bearer key') {
      send(401, {});
    } else if (fault) {
      send(fault, { quotes: body });
    } else if (path.endsWith('/actions')) {
      const id = path.split('/').at(-2)!;
      // What is not in the session is deleted.
      this.active = this.#staged.get(id) ?? new Map();
      this.#staged.delete(id);
      send(200, { status: 'ACTIVE' });
    } else if (path === `${base}/records`) {
      const staged = this.#staged.get(searchParams.get('sessionId') ?? '');
      send(200, { data: [], pagination: { totalCount: staged?.size ?? 0 } });
    } else if (path.startsWith(`${base}/sessions/`)) {
      const id = path.split('/').at(-1)!;
      const session = this.#staged.get(id) ?? new Map();
      this.#staged.set(id, session);
      const { data } = JSON.parse(body);
      this.sizes.push(data.length);
      send(
        200,
        data.map((one: unknown) => {
          const checked = record.safeParse(one);
          if (checked.success) session.set(checked.data.id, checked.data);
          return { statusCode: checked.success ? 201 : 400, data: one };
        }),
      );
    } else {
      this.uploads.push({ path, body });
      send(201, { id: 1 });
    }
  }
}
