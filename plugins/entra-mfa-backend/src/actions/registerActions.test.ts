import type { AuthService } from '@backstage/backend-plugin-api';
import type {
  ActionsRegistryActionOptions,
  ActionsRegistryService,
} from '@backstage/backend-plugin-api/alpha';
import type {
  EntraMfaAsOf,
  EntraMfaService,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { z, type AnyZodObject } from 'zod/v3';
import { TooManyRequestsError } from '../service/routes/TooManyRequestsError';
import { forUsers } from './forUsers';
import { freshnessOf } from './freshness';
import { registerActions } from './registerActions';

type Options = ActionsRegistryActionOptions<AnyZodObject, AnyZodObject>;

const registered: Options[] = [];
registerActions({
  actions: {
    register: options => registered.push(options as unknown as Options),
  } as ActionsRegistryService,
  auth: {} as AuthService,
  entraMfa: {} as EntraMfaService,
});

const fields = ({ schema }: Options) => Object.keys(schema.output(z).shape);
const ofFigures = registered.filter(
  ({ name }) =>
    !/^(start|request|check)-/.test(name) && name !== 'list-tenants',
);

it.each(ofFigures.map(options => [options.name, options] as const))(
  '%s says first whether it may be relied on',
  (_, options) => {
    expect(fields(options)[0]).toBe('freshness');
    expect(Object.keys(freshnessOf(asOf({})))[0]).toBe('state');
  },
);

it.each(registered.map(options => [options.name, options] as const))(
  '%s marks what people typed',
  (_, options) => {
    const output = JSON.stringify(fieldsOf(options.schema.output(z)));
    expect(output).not.toMatch(/"(name|title|text|narrative)":"ZodString"/);
  },
);

function asOf(rest: Partial<EntraMfaAsOf>): EntraMfaAsOf {
  return {
    trust: 'fresh',
    staleCauses: [],
    heldSince: null,
    readAt: '2026-11-21T08:00:00Z',
    reportRefreshedAt: null,
    snapshot: { number: 7, at: '2026-11-21T08:01:00Z' },
    tenant: null,
    ...rest,
  };
}

it.each([
  [asOf({}), undefined, /^FRESH\. Read at 2026-11-21T08:00:00Z\.$/],
  [asOf({}), '2026-10-01', /^FRESH\..* As it was at 2026-10-01, not as it is/],
  [
    asOf({ trust: 'stale', staleCauses: ['not-read', 'report-old'] }),
    undefined,
    /^STALE: the portal has not read .*; Microsoft has not .* Do not tell it as how things are now/,
  ],
  [
    asOf({ trust: 'held', heldSince: '2026-11-20T08:00:00Z' }),
    undefined,
    /^HELD: a sudden fall .* since 2026-11-20T08:00:00Z .* from before the fall\. Do not/,
  ],
  [
    asOf({ trust: 'no-data', readAt: null, snapshot: null }),
    undefined,
    /^NO DATA: /,
  ],
] as const)('%#: is said in words', (of, at, statement) => {
  expect(freshnessOf(of, at).statement).toMatch(statement);
});

it('is told to wait where the share of names is used up', async () => {
  const told: Options[] = [];
  const registry = {
    register: options => told.push(options as unknown as Options),
  } as ActionsRegistryService;
  const auth = { isPrincipal: () => true } as unknown as AuthService;
  forUsers(registry, auth).register({
    ...registered[0],
    action: async () => {
      throw new TooManyRequestsError('Ask again in 9 seconds', 9);
    },
  });
  // A name that the protocol knows: the message of another is not told.
  await expect(
    told[0].action({} as Parameters<Options['action']>[0]),
  ).rejects.toMatchObject({
    name: 'ServiceUnavailableError',
    message: 'Ask again in 9 seconds',
  });
});

/** The names of the fields with their kinds, deep. */
function fieldsOf(schema: z.ZodTypeAny): unknown {
  if (schema instanceof z.ZodObject) {
    return Object.fromEntries(
      Object.entries<z.ZodTypeAny>(schema.shape).map(([name, field]) => [
        name,
        fieldsOf(field),
      ]),
    );
  }
  if (schema instanceof z.ZodArray) {
    return fieldsOf(schema.element);
  }
  if (schema instanceof z.ZodNullable) {
    return fieldsOf(schema.unwrap());
  }
  return schema._def.typeName;
}
