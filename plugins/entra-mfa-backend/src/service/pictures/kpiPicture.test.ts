import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import {
  createTestTenant,
  register,
  tenantId,
} from '../../__testUtils__/testTenant';
import type { TestSync } from '../../__testUtils__/TestSync';
import { withControls } from '../../__testUtils__/withControls';
import { objectId } from '../../__testUtils__/rows';
import { drawControl, type ControlFacts } from './drawControl';
import { colours, darkColours } from './drawing';
import { drawKpi } from './drawKpi';
import type { KpiFigure } from './KpiFacts';

jest.setTimeout(60_000);

const databases = TestDatabases.one();
const payments = 'team=group:default/payments';
const field = 'team=group:default/field';

describe.each(databases.eachSupportedId())('a picture on %s', databaseId => {
  let sync: TestSync;
  let listed: TestApi;
  let unlisted: TestApi;

  beforeAll(async () => {
    sync = await createTestTenant(await databases.init(databaseId));
    await sync.run(withControls);
    const smallTeams = { hideBelow: 4 };
    listed = await startTestApi(sync, {
      smallTeams,
      pictures: [
        'organization',
        'group:payments',
        `group:default/field;tenant=${tenantId}`,
        'control:mfa/MFA-01',
      ],
    });
    unlisted = await startTestApi(sync, { smallTeams });
  });

  afterAll(async () => {
    await listed.stop();
    await unlisted.stop();
  });

  const see = async (api: TestApi, query: string, caller: Caller) => {
    const { status, headers, text } = await api.get(
      `/kpi.svg?${query}`,
      caller,
    );
    return { status, headers, svg: text, title: titleOf(text) };
  };

  it.each<[string, number, number]>([
    ['', 200, 401],
    ['show=donut', 200, 401],
    [payments, 200, 401],
    ['team=Group:Default/Payments', 200, 401],
    [`${payments}&tenant=${tenantId.toUpperCase()}`, 200, 401],
    [field, 200, 401],
    ['team=group:default/checkout', 401, 401],
    ['team=group:default/unheard-of', 401, 401],
    ['tenant=0a1b2c3d-0000-4000-8000-00000000ffff', 401, 401],
    ['at=2026-11-01', 401, 401],
    ['show=pie', 401, 401],
    ['team=organization&team=group:default/checkout', 401, 401],
  ])('without a session, ?%s is answered %s', async (query, open, closed) => {
    const statuses = [
      (await see(listed, query, 'anonymous')).status,
      (await see(unlisted, query, 'anonymous')).status,
    ];
    expect(statuses).toEqual([open, closed]);
  });

  it.each<[string, number, number]>([
    ['control=mfa/MFA-01', 200, 401],
    [`control=mfa/MFA-01&tenant=${tenantId}`, 200, 401],
    ['control=mfa/MFA-02', 401, 401],
    ['control=mfa/mfa-01', 401, 401],
    ['control=mfa/MFA-01&at=2026-11-01', 401, 401],
    [`control=mfa/MFA-01&tenant=${objectId(9)}`, 401, 401],
    ['team=organization', 401, 401],
    ['', 401, 401],
  ])('of a control without a session, ?%s is answered %s', async (...row) => {
    const [query, open, closed] = row;
    const path = `/control.svg?${query}`;
    const statuses = [
      (await listed.get(path, 'anonymous')).status,
      (await unlisted.get(path, 'anonymous')).status,
    ];
    expect(statuses).toEqual([open, closed]);
  });

  it.each<[string, Caller, number]>([
    ['control=mfa/MFA-02', 'lead', 200],
    ['control=mfa/MFA-02', 'countsOnly', 403],
    ['control=mfa/none', 'lead', 404],
    ['control=MFA-02', 'lead', 400],
  ])('of a control, ?%s for %s is answered %s', async (...row) => {
    const [query, caller, expected] = row;
    const { status } = await unlisted.get(`/control.svg?${query}`, caller);
    expect(status).toBe(expected);
  });

  it('of a control says where it stands, since when, and of which day', async () => {
    const path = '/control.svg?control=mfa/MFA-01';
    const { text, headers } = await listed.get(path, 'anonymous');
    const { body: control } = await unlisted.get('/controls/mfa/MFA-01');
    expect(control.status).toBe('not-met');
    expect(textsOf(text)).toEqual([
      `${control.framework.name} MFA-01`,
      control.words.en.title,
      `Not met since ${control.since.slice(0, 10)}`,
      'Data of 2026-11-21 (UTC)',
    ]);
    expect(titleOf(text)).toBe(
      `${control.framework.name} MFA-01, ${control.words.en.title}: Not met since 2026-11-21. Data of 2026-11-21 (UTC)`,
    );
    expect(headers).toMatchObject({
      'content-type': expect.stringMatching(/^image\/svg\+xml/),
      'cache-control': 'public, max-age=60',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it.each([
    ['overview', 401],
    ['teams.csv', 401],
    ['openapi.json', 401],
    // Below it there is nothing, and no way to what stands beside it.
    ['kpi.svg/../overview', 404],
    ['kpi.svg/overview', 404],
  ])('opens nothing but itself: /%s', async (path, expected) => {
    const { status } = await listed.get(`/${path}`, 'anonymous');
    expect(status).toBe(expected);
  });

  it.each<[string, Caller, number]>([
    [payments, 'countsOnly', 200],
    ['team=group:default/checkout', 'countsOnly', 200],
    ['team=group:default/checkout', 'nobody', 403],
    ['team=group:default/unheard-of', 'countsOnly', 404],
    ['team=user:default/ada', 'countsOnly', 400],
    ['team=payments', 'countsOnly', 400],
    ['show=trend', 'countsOnly', 400],
  ])('?%s for %s is answered %s', async (query, caller, expected) => {
    const { status } = await see(unlisted, query, caller);
    expect(status).toBe(expected);
  });

  it('says the figure of the page, and whether the target is met', async () => {
    const { body: overview } = await unlisted.get('/overview');
    const { permille, short } = overview.counts.coverage;
    const { title, svg, headers } = await see(unlisted, '', 'countsOnly');
    const figure = `${(permille / 10).toFixed(1)} % registered`;
    expect(title).toBe(
      `MFA coverage of ${overview.tenant.name}: ${figure}, target 95 %: missed, ${short} short. Read 2026-11-21 09:00 UTC`,
    );
    expect(textsOf(svg)).toEqual([
      overview.tenant.name,
      figure,
      `target 95 %: missed, ${short} short`,
      'Read 2026-11-21 09:00 UTC',
    ]);
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(headers['content-type']).toMatch(/^image\/svg\+xml/);
    expect(headers['cache-control']).toBe('private, max-age=60');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; sandbox",
    );
  });

  it('keeps back a small team from who may not see its names', async () => {
    const { body: team } = await unlisted.get('/teams/group/default/field');
    const shown = await see(unlisted, field, 'security');
    expect(shown.title).toContain(
      `${(team.coverage.permille / 10).toFixed(1)} %`,
    );
    const kept = `MFA coverage of ${team.title}: Not shown, to protect small teams`;
    expect((await see(unlisted, field, 'countsOnly')).title).toBe(kept);
    // Listed, it is the same for everybody.
    const { title, headers } = await see(listed, field, 'security');
    expect(title).toBe(kept);
    expect(headers['cache-control']).toBe('public, max-age=60');
    expect((await see(listed, field, 'anonymous')).svg).not.toMatch(/\d %/);
  });

  it('is drawn once a minute for all who have no session, and then anew', async () => {
    const before = (await see(listed, payments, 'anonymous')).title;
    sync.now = new Date(sync.now.getTime() + 30_000);
    register(sync, 8);
    register(sync, 2);
    await sync.runNow();
    expect((await see(listed, payments, 'anonymous')).title).toBe(before);
    sync.now = new Date(sync.now.getTime() + 31_000);
    const after = (await see(listed, payments, 'anonymous')).title;
    expect(after).not.toBe(before);
    expect(after).toBe((await see(unlisted, payments, 'security')).title);
  });

  it('says of old figures that they are old, and calls no target met or missed', async () => {
    sync.now = new Date(sync.now.getTime() + 7 * 24 * 3_600_000);
    const { title } = await see(listed, 'show=donut', 'anonymous');
    expect(title).toMatch(
      /, target 95 %\. Read .* UTC: these figures are old$/,
    );
    const path = '/control.svg?control=mfa/MFA-01';
    const { text } = await listed.get(path, 'anonymous');
    expect(textsOf(text)[2]).toMatch(/^Stale since 2026-/);
  });
});

const figure: KpiFigure = {
  coverage: {
    covered: 9,
    uncovered: 1,
    permille: 900,
    short: 1,
    met: false,
  },
  basis: 'capable',
  targetPermille: 925,
  freshness: { readAt: null, stale: false },
};

const control: ControlFacts = {
  ...{ framework: 'Ours', id: 'A-1', title: 'Everyone has registered' },
  ...{ status: 'met', since: '2026-11-01T09:00:00.000Z', at: null },
};

it('draws nothing but text of what a title has in it', () => {
  const title = '</title><script>alert("1")</script>&\u0001 \'';
  for (const view of ['figure', 'donut'] as const) {
    const svg = drawKpi({ title, figure }, view);
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0001');
    const { documentElement, parseErrors } = parsed(svg);
    expect(parseErrors).toBe(0);
    expect(documentElement).toBe('svg');
  }
  const ofControl = drawControl({ ...control, title, framework: title });
  expect(ofControl).not.toContain('<script');
  expect(parsed(ofControl)).toMatchObject({
    parseErrors: 0,
    documentElement: 'svg',
  });
});

it.each<[Partial<ControlFacts>, string[]]>([
  [{}, ['Everyone has registered', 'Met since 2026-11-01', 'No data yet']],
  [
    { status: 'not-evaluated', at: '2026-11-30T23:59:00.000Z' },
    [
      'Everyone has registered',
      'Not evaluated since 2026-11-01',
      'Data of 2026-11-30 (UTC)',
    ],
  ],
  [
    { status: 'disabled', since: null },
    ['Everyone has registered', 'Does not apply here', 'No data yet'],
  ],
  [
    { status: null, since: null, title: `Nobody ${'or anybody '.repeat(12)}` },
    [
      'Nobody or anybody or anybody or anybody',
      `${'or anybody '.repeat(4).slice(0, 39)}…`,
      'Not tested yet',
      'No data yet',
    ],
  ],
])('says of a control in words what it is: %j', (of, words) => {
  const svg = drawControl({ ...control, ...of });
  expect(textsOf(svg)).toEqual(['Ours A-1', ...words]);
});

it.each([
  ['light', colours],
  ['dark', darkColours],
])('can be read in %s colours', (_, { paper, ...of }) => {
  const luminance = (colour: string) => {
    const [red, green, blue] = [1, 3, 5]
      .map(place => parseInt(colour.slice(place, place + 2), 16) / 255)
      .map(one =>
        one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
      );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  for (const name of ['ink', 'quiet', 'met', 'missed', 'covered'] as const) {
    const [less, more] = [of[name], paper].map(luminance).sort((a, b) => a - b);
    expect([name, (more + 0.05) / (less + 0.05) >= 4.5]).toEqual([name, true]);
  }
});

it('has both colours of all that it draws', () => {
  for (const svg of [
    drawControl(control),
    drawKpi({ title: 'Ours', figure }, 'donut'),
  ]) {
    const [, style, drawn] = /<style>(.*)<\/style>(.*)/.exec(svg)!;
    const used = drawn.match(/(fill|stroke)="#\w+"/g)!;
    expect(used.filter(one => !style.includes(`[${one}]`))).toEqual([]);
  }
});

it.each<[string, Partial<KpiFigure['coverage']>, string]>([
  ['missed', {}, '90.0 % MFA capable, target 92.5 %: missed, 1 short'],
  ['met', { met: true, short: 0 }, '90.0 % MFA capable, target 92.5 %: met'],
  [
    'of nobody',
    { covered: 0, uncovered: 0, permille: null, met: true, short: 0 },
    'Nobody counts yet, target 92.5 %',
  ],
])('says of a target that is %s that it is', (_, coverage, words) => {
  const of = { ...figure, coverage: { ...figure.coverage, ...coverage } };
  for (const view of ['figure', 'donut'] as const) {
    expect(titleOf(drawKpi({ title: 'Ours', figure: of }, view))).toBe(
      `MFA coverage of Ours: ${words}. Not read yet`,
    );
  }
});

function titleOf(svg: string): string | undefined {
  return /<title id="title">(.*?)<\/title>/.exec(svg)?.[1];
}

function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(
    ([, text]) => text,
  );
}

/** Tags that open and close as XML has it, and text without any. */
function parsed(svg: string) {
  const open: string[] = [];
  let errors = 0;
  for (const [, end, name, alone] of svg.matchAll(
    /<(\/?)([\w-]+)(?:\s[\w-]+="[^"<]*")*(\/?)>/g,
  )) {
    if (end && open.pop() !== name) errors += 1;
    if (!end && !alone) open.push(name);
  }
  const left = svg.replace(/<\/?[\w-]+(?:\s[\w-]+="[^"<]*")*\/?>/g, '');
  const isText = !/[<>]|&(?!(amp|lt|gt|quot|#39);)/.test(left);
  return {
    documentElement: /^<(\w+)/.exec(svg)?.[1],
    parseErrors: errors + open.length + (isText ? 0 : 1),
  };
}
