import {
  addLeaves,
  bundleFiles,
  fingerprintOf,
  formatCheckpoint,
  leafOf,
  proveInclusion,
  readNodeOfTiles,
  rootOf,
  verifyBundle,
} from '@entra-mfa/evidence';
import Ajv from 'ajv';
import { evidenceDay } from '../__testUtils__/evidenceDay';
import { library } from '../controls/library';
import type { EvidenceDay } from './EvidenceDay';
import { filesOfDay } from './filesOfDay';
import nistExample from './oscal/conformance/nist-example-1.1.2.json';
import schema from './oscal/conformance/assessment-results-1.1.2.part.json';
import { controlIdOf, uuidOf } from './oscal/oscalIds';
import type { AssessmentResults } from './oscal/oscalTypes';
import { KeptPdfs } from './KeptPdfs';
import { reportHtml } from './reportHtml';
import { reportOfDay } from './reportOfDay';
import { reportPdf } from './reportPdf';
import { toldSettings } from './rules/judgedBy';

jest.setTimeout(60_000);

const isOscal = new Ajv({ allErrors: true }).compile<AssessmentResults>(schema);

/** What is asked of it is asked of HTML, which is made of the same. */
const noPdf = async () => Buffer.from('%PDF');

async function textsOf(day: EvidenceDay, named = false) {
  const files = await filesOfDay(day, { named, pdfOf: noPdf });
  return new Map(
    files.map(({ name, content }) => [name, Buffer.from(content).toString()]),
  );
}

/** What a page says, without how it is drawn. */
const wordsIn = (html: string) =>
  html
    .replace(/<(style|svg)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&amp;/g, '&');

const hostile = `<script>alert("x")</script>&\u0007'ß€ Ünïcode`;

describe('the report of a day', () => {
  const day = evidenceDay();
  let texts: Map<string, string>;
  beforeAll(async () => {
    texts = await textsOf(day);
  });

  it('has the same bytes again, in every file', async () => {
    jest.useFakeTimers({
      now: new Date('2031-01-01'),
      doNotFake: ['nextTick', 'setImmediate'],
    });
    const again = await filesOfDay(evidenceDay(), {
      named: false,
      pdfOf: reportPdf,
    });
    jest.useRealTimers();
    const first = await filesOfDay(day, { named: false, pdfOf: reportPdf });
    expect(first.map(({ name }) => name)).toEqual([
      'report.html',
      'report.pdf',
      'oscal/assessment-results.json',
      'rules/rules.json',
      'rules/rules.md',
    ]);
    for (const [place, { name, content }] of first.entries()) {
      const same = Buffer.from(content).equals(
        Buffer.from(again[place].content),
      );
      expect([name, same]).toEqual([name, true]);
    }
  });

  it('tells the figures of the evidence, and what it does not show', () => {
    const words = wordsIn(texts.get('report.html')!);
    for (const said of [
      '91.4 %',
      'target 95 %, 43 short',
      'of 1,204; 40 not known',
      'Registration is not enforcement',
      'guest',
      '1,312',
      'microsoftAuthenticatorPush',
      '76.2 % on 2026-09-10',
      '13 of the 90 days have no figure on record',
      'A tenant for tests alone',
      fingerprintOf(day.items[0]),
      fingerprintOf(day.statement),
    ]) {
      expect(words).toContain(said);
    }
    // Every control is told twice: how it stands, and what it asks.
    for (const { id } of library.flatMap(one => one.controls)) {
      expect(words.split(`\n${id}\n`).length).toBeGreaterThanOrEqual(3);
    }
  });

  it('has its headings in order, for every graphic words, for every table a caption and scopes, and loads nothing', () => {
    const html = texts.get('report.html')!;
    const count = (what: RegExp) => html.match(what)?.length ?? 0;
    expect(html).toContain('<html lang="en">');
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => +level);
    expect(levels.filter(level => level === 1)).toEqual([1]);
    levels.reduce((above, level) => {
      expect(level - above).toBeLessThanOrEqual(1);
      return level;
    }, 0);
    expect(count(/<table/g)).toBe(count(/<caption>[^<]+<\/caption>/g));
    expect(count(/<th /g)).toBe(count(/<th scope="(col|row)"/g));
    expect(count(/<svg/g)).toBe(count(/aria-hidden="true"><svg/g));
    expect(count(/class="strip"[^>]*>.*?<\/span><small>\d+\s/g)).toBe(
      count(/class="strip"/g),
    );
    expect(html).not.toMatch(
      /<script|<link|<img|\ssrc=|url\(|https?:\/\/(?!www\.w3\.org\/2000\/svg)/,
    );
    expect(html).toContain('thead { display: table-header-group; }');
  });

  it('stays text, whatever a tenant, a reason or a control is called', async () => {
    const [framework] = library;
    const [control, ...others] = framework.controls;
    const words = { ...control.en, title: hostile, asks: hostile };
    const odd = evidenceDay({
      tenant: { ...day.tenant, name: hostile },
      frameworks: [
        {
          ...framework,
          name: hostile,
          controls: [{ ...control, en: words }, ...others],
        },
      ],
      standingOf: key => ({ ...day.standingOf(key), disabledReason: hostile }),
    });
    const html = reportHtml(reportOfDay(odd));
    expect(html).not.toContain('<script');
    expect(html).not.toContain('\u0007');
    expect(
      html.match(/&lt;script&gt;alert\(&quot;x&quot;\)/g)!.length,
    ).toBeGreaterThan(5);
    const pdf = await reportPdf(reportOfDay(odd));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is made once for all who ask for the same', async () => {
    const papers = new KeptPdfs();
    const report = reportOfDay(day);
    const [one, other] = await Promise.all([
      papers.of(report),
      papers.of(reportOfDay(evidenceDay())),
    ]);
    expect(other).toBe(one);
    expect(await papers.of({ ...report, title: 'Another' })).not.toBe(one);
  });

  it('calls nothing met where the data is stale, and says who does not sign', () => {
    const report = reportOfDay(
      evidenceDay({
        isSigned: false,
        isFromMethods: true,
        standingOf: key => ({
          ...day.standingOf(key),
          status: key === 'mfa/MFA-03' ? 'disabled' : 'stale',
        }),
      }),
    );
    const statuses = report.frameworks.flatMap(one =>
      one.controls.map(({ status }) => status),
    );
    expect(new Set(statuses)).toEqual(new Set(['stale', 'disabled']));
    expect(report.warnings).toHaveLength(3);
    expect(reportOfDay(day).warnings).toEqual([]);
  });

  it('tells a control whose words are gone by its id alone', () => {
    const report = reportOfDay(
      evidenceDay({ frameworks: library.slice(0, 1) }),
    );
    const soc2 = report.frameworks.find(({ id }) => id === 'soc2')!;
    expect(soc2.controls.map(({ id, words }) => [id, words])).toContainEqual([
      'CC6.1',
      null,
    ]);
    expect(report.frameworks.flatMap(one => one.controls)).toHaveLength(
      reportOfDay(day).frameworks.flatMap(one => one.controls).length,
    );
  });

  it('says nothing of controls and writes no OSCAL where none is tested', async () => {
    const without = evidenceDay({
      items: day.items.filter(({ type }) => !type.startsWith('control-')),
    });
    expect([...(await textsOf(without)).keys()]).not.toContain(
      'oscal/assessment-results.json',
    );
    expect(wordsIn(reportHtml(reportOfDay(without)))).not.toContain('Controls');
  });

  it('names nobody, and keeps the settings to the byte where names are asked for', async () => {
    expect([...texts.values()].join('')).not.toMatch(/canary|beef/i);
    expect(texts.get('rules/rules.md')).toContain('1 account');
    const named = await textsOf(day, true);
    const settings = named.get('rules/settings.json')!;
    expect(settings).toContain('Ada Canary');
    expect(fingerprintOf(settings)).toBe(day.statement.settings);
    const { settings: told } = JSON.parse(texts.get('rules/rules.json')!);
    const { rules } = reportOfDay(day);
    for (const { name, data, label, words } of toldSettings(
      JSON.parse(day.judgedBy.settingsText),
    )) {
      expect(told[name]).toEqual(data);
      expect(texts.get('rules/rules.md')).toContain(`**${label}**: ${words}`);
      expect(rules).toContainEqual({ label, value: words });
    }
  });
});

describe('its OSCAL', () => {
  const day = evidenceDay();
  const oscal = async (of: EvidenceDay): Promise<AssessmentResults> =>
    JSON.parse((await textsOf(of)).get('oscal/assessment-results.json')!);

  it('is of the form that NIST gives, as NIST’s own example is', async () => {
    expect([isOscal(nistExample), isOscal.errors]).toEqual([true, null]);
    const document = await oscal(day);
    expect([isOscal(document), isOscal.errors]).toEqual([true, null]);
    const [result] = document['assessment-results'].results;
    const broken = [
      { ...result, findings: [] },
      { ...result, start: 'today' },
      { ...result, extra: 1 },
      { ...result, observations: [{ ...result.observations[0], uuid: 'x' }] },
    ];
    for (const one of broken) {
      expect(
        isOscal({
          'assessment-results': {
            ...document['assessment-results'],
            results: [one],
          },
        }),
      ).toBe(false);
    }
    const none = evidenceDay({
      items: day.items.map(item =>
        item.type === 'control-status'
          ? {
              ...item,
              body: {
                controls: {
                  'mfa/MFA-03': { status: 'disabled', tests: ['break-glass'] },
                },
              },
            }
          : item,
      ) as EvidenceDay['items'],
    });
    expect([isOscal(await oscal(none)), isOscal.errors]).toEqual([true, null]);
  });

  it('has titles of one line, whatever a tenant or a control is called', async () => {
    const [framework] = library;
    const [control, ...others] = framework.controls;
    const words = { ...control.en, title: 'Asked\nof everybody' };
    const odd = evidenceDay({
      tenant: { ...day.tenant, name: 'Contoso\r\nLimited' },
      frameworks: [
        { ...framework, controls: [{ ...control, en: words }, ...others] },
      ],
    });
    const document = await oscal(odd);
    expect([isOscal(document), isOscal.errors]).toEqual([true, null]);
    const { metadata, ...rest } = document['assessment-results'];
    expect(metadata.title).toContain('Contoso Limited');
    expect(JSON.stringify(rest)).toContain(': Asked of everybody"');
  });

  it('points at nothing that is not in it, and has each id once', async () => {
    const document = await oscal(day);
    const text = JSON.stringify(document);
    const uuids = [...text.matchAll(/"uuid":"([^"]+)"/g)].map(([, one]) => one);
    expect(new Set(uuids).size).toBe(uuids.length);
    const pointed = [
      ...text.matchAll(/"(?:[a-z]+-uuid)":"([^"]+)"|"href":"#([^"]+)"/g),
    ].map(([, uuid, href]) => uuid ?? href);
    expect(pointed.filter(one => !uuids.includes(one))).toEqual([]);
    const { results, ...rest } = document['assessment-results'];
    const objectives = rest['local-definitions']!['objectives-and-methods'];
    expect(
      results[0].findings!.map(({ target }) => target['target-id']),
    ).toEqual(objectives.map(({ parts }) => parts[0].id));
    expect(new Set(objectives.map(one => one['control-id'])).size).toBe(
      objectives.length,
    );
  });

  it('satisfies only what is met, and says what the rest is', async () => {
    const [{ findings }] = (await oscal(day))['assessment-results'].results;
    const seen = new Set<string>();
    for (const { props, target } of findings!) {
      const status = props.find(({ name }) => name === 'status')!.value;
      const { state, reason, remarks } = target.status;
      seen.add([status, state, reason, remarks !== undefined].join(' '));
    }
    expect([...seen].sort()).toEqual([
      'met satisfied pass false',
      'not-evaluated not-satisfied other true',
      'not-met not-satisfied fail false',
    ]);
  });

  it.each([
    ['nist-800-53-r5/IA-2(1)', 'ia-2.1'],
    ['nist-800-53-r5/CA-7', 'ca-7'],
    ['mfa/MFA-01', 'mfa_MFA-01'],
    ['nis2/11.7', 'nis2_11.7'],
    [
      'dora/Art.9(4)(d)',
      expect.stringMatching(/^dora_Art\.9-4-d--[0-9a-f]{6}$/),
    ],
    ['7own/A b', expect.stringMatching(/^_7own_A-b-[0-9a-f]{6}$/)],
  ])('calls %s by a token', (key, id) => {
    expect(controlIdOf(key)).toEqual(id);
  });

  it('makes the same ids for ever', () => {
    expect(uuidOf('tool')).toBe(uuidOf('tool'));
    expect(uuidOf('a', 'b')).not.toBe(uuidOf('ab'));
  });
});

it('is checked with its bundle against the evidence', async () => {
  const day = evidenceDay();
  const told = [...day.items, day.statement].map(fingerprintOf);
  const leaves = told.map(leafOf);
  const tiles = new Map<string, Uint8Array>();
  for (const tile of await addLeaves(0, leaves, async () => null)) {
    tiles.set(`${tile.level}/${tile.index}`, tile.hashes);
  }
  const node = readNodeOfTiles(
    async (level, index) => tiles.get(`${level}/${index}`) ?? null,
  );
  const size = leaves.length;
  const at = async (leaf: number) => ({
    leaf,
    size,
    proof: await proveInclusion(leaf, size, node),
  });
  const files = new Map<string, Uint8Array>();
  for await (const { name, content } of bundleFiles({
    statement: day.statement,
    statementAt: await at(size - 1),
    items: await Promise.all(
      day.items.map(async (item, place) => ({ item, at: await at(place) })),
    ),
    more: await filesOfDay(day, { named: true, pdfOf: reportPdf }),
    checkpoint: formatCheckpoint({
      origin: day.origin,
      size,
      root: await rootOf(size, node),
    }),
    people: null,
    named: true,
    pseudonymKey: null,
    signer: null,
    timestamps: null,
  })) {
    files.set(name, content as Uint8Array);
  }
  const checks = await verifyBundle({
    names: [...files.keys()],
    async *read(name) {
      yield files.get(name)!;
    },
  });
  expect(checks.filter(({ holds }) => holds === false)).toEqual([]);
  expect(checks.map(({ what }) => what)).toEqual(
    expect.arrayContaining([
      'what OSCAL says of controls is what was found',
      'the settings are those that the snapshot names',
    ]),
  );
  expect(String(files.get('README.txt'))).toContain('report.pdf');
});
