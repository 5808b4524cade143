import { ConfigReader } from '@backstage/config';
import type {
  EntraMfaEvidencePerson,
  EntraMfaEvidencePush,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { StandInVanta } from './__testUtils__/StandInVanta';
import { readVantaConfig } from './readVantaConfig';
import { VantaSink } from './VantaSink';

const person = (
  id: string,
  of: Partial<EntraMfaEvidencePerson>,
): EntraMfaEvidencePerson => ({
  id,
  userPrincipalName: `${id}@contoso.com`,
  mail: null,
  displayName: `The "${id}" ü`,
  state: 'covered',
  reason: 'registered',
  scopeClass: null,
  mfaEnabled: true,
  methods: ['microsoftAuthenticatorPush', 'windowsHelloForBusiness'],
  privileged: false,
  enabled: true,
  createdAt: new Date('2024-01-01T00:00:00Z'),
  ...of,
});
const undecided = { mfaEnabled: null, methods: [] };
const everybody: EntraMfaEvidencePerson[][] = [
  [
    person('ada', { privileged: true, mail: 'ada@mail.example' }),
    person('bob', {
      ...{ state: 'uncovered', reason: 'not-registered' },
      ...{ mfaEnabled: false, methods: [] },
    }),
    person('exempt', { state: 'exempt', reason: 'exception', ...undecided }),
  ],
  [],
  [
    person('glass', {
      ...{ state: 'out-of-scope', reason: 'break-glass', ...undecided },
      scopeClass: 'break-glass',
    }),
    person('gone', {
      ...{ state: 'out-of-scope', reason: 'disabled', ...undecided },
      ...{ scopeClass: 'disabled', enabled: false },
    }),
    person('service', {
      ...{ state: 'out-of-scope', reason: 'listed', ...undecided },
      scopeClass: 'listed',
    }),
    person('unknown', {
      ...{ state: 'unknown', reason: 'no-row', ...undecided },
      ...{ createdAt: null, privileged: null },
    }),
    person('erased', {
      ...{ userPrincipalName: null, displayName: null, mail: null },
    }),
  ],
];

function pushOf(batches = everybody): EntraMfaEvidencePush {
  return {
    tenantId: 'tenant',
    snapshot: 7,
    at: new Date('2026-11-30T08:00:00Z'),
    resumeAfter: null,
    people: async function* people() {
      yield* batches;
    },
    took: async () => {},
    signal: new AbortController().signal,
  };
}

let vanta: StandInVanta;
beforeEach(async () => {
  vanta = await StandInVanta.start();
});
afterEach(() => vanta.stop());

function sinkOf(config: object = {}) {
  const waits: number[] = [];
  const own = readVantaConfig(
    new ConfigReader({
      entraMfa: {
        sinks: {
          vanta: {
            ...{ tenantId: 'tenant', apiUrl: `${vanta.url}/` },
            ...{ clientId: 'vci_1', clientSecret: 'vcs_right' },
            userAccountResourceId: 'accounts',
            customResourceId: 'states',
            ...config,
          },
        },
      },
    }),
  );
  const sink = new VantaSink(own!, {
    pageOf: (tenantId, id) => `https://portal.example.com/${tenantId}/${id}`,
    sleep: async milliseconds => {
      waits.push(milliseconds);
    },
  });
  return { sink, waits };
}

const mfaOf = () =>
  Object.fromEntries(
    vanta.accounts.map(({ uniqueId, mfaEnabled }) => [uniqueId, mfaEnabled]),
  );

it('tells everybody as the rules decide, and nobody as without MFA of whom they do not', async () => {
  const { sink } = sinkOf();
  expect(await sink.pushPeople(pushOf())).toEqual({ people: 8 });
  expect(mfaOf()).toEqual({
    ...{ ada: true, bob: false, exempt: null, glass: null },
    ...{ service: null, unknown: null, erased: true },
  });
  expect(vanta.accounts[0]).toMatchObject({
    displayName: 'The "ada" ü',
    email: 'ada@mail.example',
    permissionLevel: 'ADMIN',
    mfaMethods: ['PUSH_PROMPT'],
  });
  expect(vanta.customs.map(({ customProperties: { state } }) => state)).toEqual(
    everybody.flat().map(({ state }) => state),
  );
  expect(vanta.customs[3].customProperties).toMatchObject({
    ...{ reason: 'break-glass', mfaEnabled: 'not decided', snapshot: '7' },
  });
  expect(vanta.customs[7]).toMatchObject({ displayName: 'erased' });
  // Both were put with one token.
  expect(vanta.tokens).toBe(1);
});

it('leaves out whom the rules do not decide where that is configured', async () => {
  const { sink } = sinkOf({ undecided: 'omit', customResourceId: undefined });
  await sink.pushPeople(pushOf());
  expect(mfaOf()).toEqual({ ada: true, bob: false, erased: true });
  expect(vanta.customs).toEqual([]);
});

it('sends everybody again after 429 and 500, and waits as long as it is asked to', async () => {
  const { sink, waits } = sinkOf({ customResourceId: undefined });
  vanta.faults.push({ status: 429, retryAfter: '7' }, { status: 500 });
  await sink.pushPeople(pushOf());
  expect(vanta.accounts).toHaveLength(7);
  expect(waits).toEqual([7_000, 2_000]);
});

it('asks for another token where somebody else has asked for one', async () => {
  const { sink } = sinkOf();
  await sink.pushPeople(pushOf());
  vanta.token = 'vat_of_another_replica';
  await sink.pushPeople(pushOf([everybody[0]]));
  expect(vanta.tokens).toBe(2);
  expect(Object.keys(mfaOf())).toEqual(['ada', 'bob', 'exempt']);
});

it.each([
  [422, /Vanta answered 422 to what it calls custom_resource.*README/],
  [403, /Check what the credentials may do/],
  [503, /503 .* for too long/],
])('says what to do about %i, and quotes nothing', async (status, said) => {
  const { sink } = sinkOf();
  vanta.faults.push(...Array.from({ length: 40 }, () => ({ status })));
  const error: Error = await sink.pushPeople(pushOf()).then(
    () => new Error('taken'),
    thrown => thrown,
  );
  expect(error.message).toMatch(said);
  expect(error.message).not.toMatch(/ada|vcs_|vat_/);
});

it('says that the secret is wrong, and not what it is', async () => {
  const { sink } = sinkOf({ clientSecret: 'vcs_wrong' });
  await expect(sink.pushPeople(pushOf())).rejects.toThrow(
    'Vanta answered 401 to the request for a token. Check the client id and secret in the configuration.',
  );
});

it('uploads the report of an assessment with an application of its own', async () => {
  const documents = {
    ...{ documentId: 'access-reviews', clientId: 'vci_2' },
    clientSecret: 'vcs_right',
  };
  const { sink } = sinkOf({ documents });
  expect(sinkOf().sink.pushDocument).toBeUndefined();
  await sink.pushDocument!({
    ...{ tenantId: 'tenant', assessment: 3, title: 'Third quarter' },
    ...{ from: '2026-07-01', to: '2026-09-30', fileName: 'mfa.pdf' },
    approvedAt: new Date('2026-10-05T10:00:00Z'),
    pdf: Buffer.from('%PDF-1.7 …'),
    signal: new AbortController().signal,
  });
  const [{ path, type, body }] = vanta.uploads;
  expect(path).toBe('/v1/documents/access-reviews/uploads');
  expect(type).toMatch(/^multipart\/form-data; boundary=/);
  expect(body).toContain('filename="mfa.pdf"');
  expect(body).toContain('%PDF-1.7');
  expect(body).toContain('Third quarter, 2026-07-01 to 2026-09-30');
});

it.each([
  [{ clientSecret: undefined }, /sinks\.vanta\.clientSecret should be a text/],
  [
    { userAccountResourceId: undefined, customResourceId: undefined },
    /sinks\.vanta should name userAccountResourceId/,
  ],
  [{ apiUrl: 'http://vanta.example.com' }, /apiUrl should be an address/],
])('refuses the configuration %j', (config, said) => {
  expect(() => sinkOf(config)).toThrow(said);
});
