import { ConfigReader } from '@backstage/config';
import type {
  EntraMfaEvidencePerson,
  EntraMfaEvidencePush,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { StandInDrata } from './__testUtils__/StandInDrata';
import { DrataSink } from './DrataSink';
import { readDrataConfig } from './readDrataConfig';

const keyOf = (number: number) => `id-${String(number).padStart(5, '0')}`;

/** Each fifth is covered, uncovered, exempt, break-glass and unknown. */
const standings: Pick<
  EntraMfaEvidencePerson,
  'state' | 'reason' | 'scopeClass' | 'mfaEnabled'
>[] = (
  [
    ['covered', 'registered', null, true],
    ['uncovered', 'not-registered', null, false],
    ['exempt', 'exception', null, null],
    ['out-of-scope', 'break-glass', 'break-glass', null],
    ['unknown', 'no-row', null, null],
  ] as const
).map(([state, reason, scopeClass, mfaEnabled]) => ({
  ...{ state, reason, scopeClass, mfaEnabled },
}));

const person = (number: number): EntraMfaEvidencePerson => ({
  id: keyOf(number),
  userPrincipalName: `person${number}@contoso.com`,
  mail: null,
  displayName: `Person ${number}`,
  methods: [],
  privileged: null,
  enabled: true,
  createdAt: null,
  ...standings[number % 5],
});

const PEOPLE = 2_300;

function pushOf(resumeAfter: string | null = null) {
  const taken: string[] = [];
  const push: EntraMfaEvidencePush = {
    tenantId: '0a1b2c3d-0000-4000-8000-000000000001',
    snapshot: 7,
    at: new Date('2026-11-30T08:00:00Z'),
    resumeAfter,
    people: async function* people(after = null) {
      const all = Array.from({ length: PEOPLE }, (_, number) => person(number));
      const rest = all.filter(({ id }) => after === null || id > after);
      for (let at = 0; at < rest.length; at += 1_000) {
        yield rest.slice(at, at + 1_000);
      }
    },
    took: async id => {
      taken.push(id);
    },
    signal: new AbortController().signal,
  };
  return { push, taken };
}

let drata: StandInDrata;
beforeEach(async () => {
  drata = await StandInDrata.start();
});
afterEach(() => drata.stop());

function sinkOf(config: object = {}) {
  const waits: number[] = [];
  const own = readDrataConfig(
    new ConfigReader({
      entraMfa: {
        sinks: {
          drata: {
            ...{ tenantId: 'tenant', apiUrl: drata.url, apiKey: 'key' },
            ...{ connectionId: '12', resourceId: 34, ...config },
          },
        },
      },
    }),
  );
  const sink = new DrataSink(own!, {
    sleep: async milliseconds => {
      waits.push(milliseconds);
    },
  });
  return { sink, waits };
}

const countOf = (state: string) =>
  [...drata.active.values()].filter(one => one.state === state).length;

it('tells everybody as they are, in place of who was there, slower than Drata allows', async () => {
  const { sink, waits } = sinkOf();
  drata.active.set('of yesterday', {} as never);
  expect(await sink.pushPeople(pushOf().push)).toEqual({ people: PEOPLE });
  for (const state of ['covered', 'uncovered', 'exempt', 'unknown']) {
    expect([state, countOf(state)]).toEqual([state, PEOPLE / 5]);
  }
  expect(countOf('out-of-scope')).toBe(PEOPLE / 5);
  expect(drata.active.size).toBe(PEOPLE);
  expect(drata.sizes).toEqual([500, 500, 500, 500, 300]);
  // At most 500 requests a minute.
  expect(waits.map(wait => wait >= 60_000 / 500)).toEqual(
    drata.sizes.map(() => true),
  );
  expect(drata.active.get(keyOf(3))).toMatchObject({ reason: 'break-glass' });
  expect(drata.active.get(keyOf(1))).toMatchObject({ mfaEnabled: false });
  // Who is exempt, left out or not known is never without MFA.
  for (const number of [2, 3, 4]) {
    expect(drata.active.get(keyOf(number))).not.toHaveProperty('mfaEnabled');
  }
});

it('goes on where a push was cut, after 429 and 500', async () => {
  const { sink, waits } = sinkOf();
  drata.faults.push(0, 429, 0, 500, 0, 403);
  const first = pushOf();
  await expect(sink.pushPeople(first.push)).rejects.toThrow(
    'Drata answered 403 to the records. Check the permissions of the API key, and from which addresses it may be used.',
  );
  expect(waits).toEqual(expect.arrayContaining([9_000, 1_000]));
  // Nothing counts before it is whole.
  expect(drata.active.size).toBe(0);
  expect(first.taken.at(-1)).toBe(keyOf(1_499));
  drata.sizes = [];
  const second = pushOf(first.taken.at(-1));
  expect(await sink.pushPeople(second.push)).toEqual({ people: PEOPLE });
  expect(drata.sizes).toEqual([500, 300]);
  expect(drata.active.size).toBe(PEOPLE);
});

it('begins anew where the session has lost what it had', async () => {
  const { sink } = sinkOf();
  drata.faults.push(0, 403);
  const first = pushOf();
  await expect(sink.pushPeople(first.push)).rejects.toThrow(/403/);
  drata.expire();
  const second = pushOf(first.taken.at(-1));
  expect(await sink.pushPeople(second.push)).toEqual({ people: PEOPLE });
  expect(drata.active.size).toBe(PEOPLE);
});

it('says of records that are refused what to compare, and quotes none', async () => {
  const { sink } = sinkOf();
  const { push } = pushOf();
  const odd = { ...person(0), state: 'odd' as never };
  await expect(
    sink.pushPeople({
      ...push,
      people: async function* people() {
        yield [odd, person(1)];
      },
    }),
  ).rejects.toThrow(
    'Drata did not take 1 of 2 records. Compare the schema of the custom connection with the one in the README of this module.',
  );
  expect(drata.active.size).toBe(0);
});

it('makes the report of an assessment evidence', async () => {
  const documents = { workspaceId: 1, ownerId: 5, controlIds: [7, 8] };
  expect(sinkOf().sink.pushDocument).toBeUndefined();
  await sinkOf({ documents }).sink.pushDocument!({
    ...{ tenantId: 'tenant', assessment: 3, title: 'Third quarter' },
    ...{ from: '2026-07-01', to: '2026-09-30', fileName: 'mfa.pdf' },
    approvedAt: new Date('2026-10-05T10:00:00Z'),
    pdf: Buffer.from('%PDF-1.7'),
    signal: new AbortController().signal,
  });
  const [{ path, body }] = drata.uploads;
  expect(path).toBe('/public/v2/workspaces/1/evidence-library');
  for (const part of ['2026-10-05', 'NONE', '%PDF-1.7', 'mfa.pdf']) {
    expect(body).toContain(part);
  }
  expect(body).toContain('Third quarter (2026-07-01 to 2026-09-30)');
});

it.each([
  [{ apiKey: undefined }, /sinks\.drata\.apiKey should be a text/],
  [{ resourceId: 'x' }, /sinks\.drata\.resourceId should be a number/],
])('refuses the configuration %j', (config, said) => {
  expect(() => sinkOf(config)).toThrow(said);
});
