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

/** As the published interface has it, and nothing beside. */
const account = z.strictObject({
  displayName: z.string().min(1),
  uniqueId: z.string().min(1),
  externalUrl: z.url(),
  fullName: z.string(),
  accountName: z.string(),
  email: z.string(),
  permissionLevel: z.enum(['BASE', 'EDITOR', 'ADMIN']),
  createdTimestamp: z.iso.datetime().nullable(),
  status: z.literal('ACTIVE'),
  mfaEnabled: z.boolean().nullable(),
  mfaMethods: z.array(z.enum(['PUSH_PROMPT', 'SMS', 'OTP'])),
  authMethod: z.enum(['PASSWORD', 'SSO']),
});
const custom = z.strictObject({
  displayName: z.string().min(1),
  uniqueId: z.string().min(1),
  externalUrl: z.url(),
  customProperties: z.record(z.string(), z.string()),
});
const bodies = {
  '/v1/resources/user_account': z.strictObject({
    resourceId: z.literal('accounts'),
    resources: z.array(account),
  }),
  '/v1/resources/custom_resource': z.strictObject({
    resourceId: z.literal('states'),
    resources: z.array(custom),
  }),
};

export type Account = z.output<typeof account>;
export type Custom = z.output<typeof custom>;

/** What Vanta's interface says it does, as far as the module asks: tokens, whole resources and uploads. */
export class StandInVanta {
  readonly #server: Server;
  /** The token that is taken now; a new one ends it. */
  token: string | null = null;
  tokens = 0;
  /** What the resources hold, as they were put last. */
  accounts: Account[] = [];
  customs: Custom[] = [];
  uploads: { path: string; type: string; body: string }[] = [];
  /** What goes wrong next: a status, and what it asks for. */
  faults: { status: number; retryAfter?: string }[] = [];
  /** How often each path was asked. */
  asked: string[] = [];

  private constructor() {
    this.#server = createServer((request, response) => {
      void this.#answer(request, response);
    });
  }

  static async start(): Promise<StandInVanta> {
    const vanta = new StandInVanta();
    vanta.#server.listen(0, '127.0.0.1');
    await once(vanta.#server, 'listening');
    return vanta;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    const path = request.url ?? '';
    const body = (await buffer(request)).toString('latin1');
    this.asked.push(`${request.method} ${path}`);
    const send = (status: number, answer: object, headers = {}) =>
      response
        .writeHead(status, { 'Content-Type': 'application/json', ...headers })
        .end(JSON.stringify(answer));
    const fault = path === '/oauth/token' ? undefined : this.faults.shift();
    if (fault) {
      const { status, retryAfter } = fault;
      send(
        status,
        { quotes: body },
        retryAfter ? { 'Retry-After': retryAfter } : {},
      );
    } else if (path === '/oauth/token') {
      const { client_secret: secret } = JSON.parse(body);
      if (secret !== 'vcs_right') {
        send(401, { error: 'invalid_client' });
        return;
      }
      this.tokens += 1;
      this.token = `vat_${this.tokens}`;
      send(200, { access_token: this.token, expires_in: 3600 });
    } else if (request.headers.authorization !== `Bearer ${this.token}`) {
      send(401, {});
    } else if (path in bodies && request.method === 'PUT') {
      const text = Buffer.from(body, 'latin1').toString('utf8');
      const checked = bodies[path as keyof typeof bodies].safeParse(
        JSON.parse(text),
      );
      if (!checked.success) {
        send(422, { error: checked.error.issues });
        return;
      }
      if (path.endsWith('user_account')) {
        this.accounts = checked.data.resources as Account[];
      } else {
        this.customs = checked.data.resources as Custom[];
      }
      send(200, { success: true });
    } else {
      const type = request.headers['content-type'] ?? '';
      this.uploads.push({ path, type, body });
      send(201, { id: '1' });
    }
  }
}
