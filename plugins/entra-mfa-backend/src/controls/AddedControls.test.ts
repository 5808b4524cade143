import { ConfigReader } from '@backstage/config';
import type {
  EntraMfaControlFacts,
  EntraMfaControlTest,
  EntraMfaFramework,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { objectId } from '../__testUtils__/rows';
import { readEntraMfaConfig } from '../config/readEntraMfaConfig';
import { AddedControls } from './AddedControls';
import { frameworksFor } from './frameworksFor';
import { runAddedTests } from './runAddedTests';

const words = {
  title: 'Hardware keys',
  asks: 'Administrators have one',
  shows: 'How many have none',
  missing: 'Which one',
  adds: 'Who hands them out',
};
const framework: EntraMfaFramework = {
  id: 'acme',
  name: 'Acme',
  controls: [
    { id: 'A-1', tests: ['coverage', 'acme/hardware-keys'], en: words },
  ],
};
const test: EntraMfaControlTest = {
  id: 'acme/hardware-keys',
  title: { en: 'No administrator is without a hardware key' },
  judge: ({ records }) => ({
    outcome: records['acme/keyless'] === 0 ? 'met' : 'not-met',
  }),
};

it.each<[Partial<EntraMfaFramework>, string]>([
  [{ id: 'A B' }, 'id: should be lower-case letters'],
  [{ controls: [] }, 'controls: should have one control at least'],
  [{ link: 'data:text/html,x' }, 'link: should be an address'],
  [
    { controls: [{ ...framework.controls[0], tests: ['none'] }] },
    'controls.0.tests.0: should be one of coverage, ',
  ],
  [
    {
      controls: [{ ...framework.controls[0], en: { ...words, missing: ' ' } }],
    },
    'controls.0.en.missing: should say what this data does not show',
  ],
])('refuses a framework with %j', (change, should) => {
  const added = new AddedControls();
  expect(() => added.addFramework({ ...framework, ...change })).toThrow(should);
});

it.each<[object, string]>([
  [{ id: 'hardware-keys' }, 'such as acme/hardware-keys'],
  [{ id: `acme/${'a'.repeat(60)}` }, 'at most 64 characters'],
  [{ title: { en: '' } }, 'title.en'],
  [{ link: 'nowhere' }, 'link'],
  [{ judge: undefined }, 'judge'],
])('refuses a test with %j', (change, should) => {
  const added = new AddedControls();
  expect(() => added.addTest({ ...test, ...change })).toThrow(should);
});

it('takes each framework and each test once', () => {
  const added = new AddedControls();
  added.addFramework(framework);
  added.addTest(test);
  expect(() => added.addFramework(framework)).toThrow('added already');
  expect(() => added.addTest(test)).toThrow('added already');
});

describe('frameworks', () => {
  const compliance = (ownFrameworks: object[] = []) =>
    readEntraMfaConfig(
      new ConfigReader({
        entraMfa: {
          tenants: [
            {
              tenantId: objectId(501),
              clientId: objectId(500),
              clientSecret: 'not-used',
            },
          ],
          compliance: { ownFrameworks },
        },
      }),
    ).compliance;
  const own = { id: 'own', name: 'Own', controls: [] as object[] };
  own.controls = [{ id: 'O-1', ...words, tests: ['acme/hardware-keys'] }];

  it('of modules and of the configuration name tests of modules', () => {
    const added = new AddedControls();
    added.addFramework(framework);
    added.addTest(test);
    const all = frameworksFor(compliance([own]), added);
    expect(all.slice(-2)).toMatchObject([
      { id: 'acme', controls: [{ tests: ['coverage', 'acme/hardware-keys'] }] },
      { id: 'own', controls: [{ tests: ['acme/hardware-keys'] }] },
    ]);
    for (const { added: named } of all.slice(-2)) {
      expect(named).toEqual({
        'acme/hardware-keys': {
          title: {
            en: 'No administrator is without a hardware key',
            de: null,
          },
          link: null,
        },
      });
    }
  });

  it('name no test that nobody adds', () => {
    const added = new AddedControls();
    added.addFramework(framework);
    expect(() => frameworksFor(compliance(), added)).toThrow(
      "the framework 'acme' of a module.controls[0].tests[1]: 'acme/hardware-keys' is a test that no module adds",
    );
    expect(() => frameworksFor(compliance([own]))).toThrow(
      'entraMfa.compliance.ownFrameworks[0].controls[0].tests[0]',
    );
  });

  it('have ids of their own', () => {
    const added = new AddedControls();
    added.addFramework({ ...framework, id: 'soc2' });
    added.addTest(test);
    expect(() => frameworksFor(compliance(), added)).toThrow(
      "'soc2' is one that there is already",
    );
  });
});

describe('a test of a module', () => {
  const facts = { records: {} } as unknown as EntraMfaControlFacts;
  const run = (judge: (given: EntraMfaControlFacts) => unknown) => {
    const failed: string[] = [];
    const [result] = runAddedTests(
      [{ ...test, judge: judge as EntraMfaControlTest['judge'] }],
      facts,
      id => failed.push(id),
    );
    return { result, failed };
  };

  it('decides, with its figures', () => {
    expect(
      run(() => ({
        outcome: 'not-met',
        count: 3,
        of: 4,
        targetPermille: 1000,
      })),
    ).toEqual({
      result: {
        test: 'acme/hardware-keys',
        outcome: 'not-met',
        reason: null,
        ...{ count: 3, of: 4, targetPermille: 1000, short: null, days: null },
      },
      failed: [],
    });
  });

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('Ada Lovelace');
      },
    ],
    ['decides nothing', () => undefined],
    ['waits', async () => ({ outcome: 'met' })],
    ['makes an outcome up', () => ({ outcome: 'perhaps' })],
    ['counts in parts', () => ({ outcome: 'met', count: 1.5 })],
    ['counts more than can be kept', () => ({ outcome: 'met', count: 3e9 })],
  ])('that %s is not evaluated, and never met', (_, judge) => {
    expect(run(judge)).toMatchObject({
      result: { outcome: 'not-evaluated', reason: 'not-judged', count: null },
      failed: ['acme/hardware-keys'],
    });
  });
});
