import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { checkNode, root, yarn } from './lib/environment.mjs';
import { isInstalled } from './lib/install.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { runQuietly, runYarn } from './lib/run.mjs';

checkNode();

// Of every step. Each makes much that it leaves behind: where there is room for it, less is copied.
process.env.NODE_OPTIONS = [
  process.env.NODE_OPTIONS ?? '',
  '--max-semi-space-size=64',
  `--require=${JSON.stringify(join(root, 'scripts/lib/optimizeLater.cjs'))}`,
].join(' ');

const cache = join(root, '.cache/verify');
const packages = ['packages', 'plugins'].flatMap(folder =>
  readdirSync(join(root, folder)).map(name => `/${folder}/${name}/`),
);
const pages = '/plugins/entra-mfa/';
/** What Jest tests at once. */
const tests = {
  pages: [pages],
  others: packages.filter(folder => folder !== pages),
};
const jestReports = {
  pages: join(cache, 'jest.pages.json'),
  others: join(cache, 'jest.others.json'),
};
/** Each has a portal of its own: the lead's is on SQLite, security's on PostgreSQL. */
const browserReports = {
  lead: join(cache, 'playwright.lead.json'),
  security: join(cache, 'playwright.security.json'),
};
rmSync(cache, { recursive: true, force: true });
mkdirSync(cache, { recursive: true });

const steps = [];

async function step(name, work) {
  process.stdout.write(`\n── ${name}\n`);
  return end(name, await timed(work));
}

/** A step beside others: what Yarn prints is shown when it has ended. */
async function besides(name, args, options) {
  let output = '';
  const result = await timed(async () => {
    const run = await runQuietly(process.execPath, [yarn, ...args], options);
    output = run.output;
    // Ended by a signal, it has no code.
    return run.code ?? 1;
  });
  process.stdout.write(`\n── ${name}\n${output}`);
  return end(name, result);
}

/** Does each in turn, two of them at a time. */
async function twoAtATime(works) {
  const waiting = [...works];
  const lane = async () => {
    while (waiting.length > 0) {
      await waiting.shift()();
    }
  };
  await Promise.all([lane(), lane()]);
}

async function timed(work) {
  const started = Date.now();
  let failure;
  try {
    const code = await work();
    failure = typeof code === 'number' && code !== 0 ? `exit code ${code}` : '';
  } catch (error) {
    failure = error.message;
  }
  return { failure, seconds: Math.round((Date.now() - started) / 1000) };
}

function end(name, { failure, seconds }) {
  steps.push({ name, failure, seconds });
  process.stdout.write(
    `── ${name}: ${failure ? `failed (${failure})` : 'passed'}, ${seconds} s\n`,
  );
  return !failure;
}

function test(part, env) {
  return runYarn(
    [
      'test',
      ...tests[part],
      '--watchAll=false',
      '--ci',
      '--maxWorkers=2',
      `--testSequencer=${join(root, 'scripts/lib/PagesFirst.cjs')}`,
      '--json',
      `--outputFile=${jestReports[part]}`,
    ],
    {
      env: {
        CI: 'true',
        ...env,
      },
    },
  );
}

async function testOnDatabases() {
  const postgres = await startPostgres({
    directory: join(cache, 'postgres'),
    keep: false,
  });
  try {
    return await test('others', {
      BACKSTAGE_TEST_DISABLE_DOCKER: '1',
      BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url,
    });
  } finally {
    await postgres.stop();
  }
}

/** What tests the portal in a browser, as a project of Playwright says. */
function inBrowser(project) {
  return [
    [
      'test:e2e',
      ...['--project', project],
      ...['--output', `.cache/e2e-test-results/${project}`],
    ],
    {
      env: {
        CI: 'true',
        PLAYWRIGHT_JSON_OUTPUT_NAME: browserReports[project],
      },
    },
  ];
}

/** What a step told of its tests; nothing where it did not get so far. */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Why the first test in a browser failed: it stands last, where it is seen. */
function firstBrowserFailure() {
  const results = suite => [
    ...(suite.specs ?? []).flatMap(({ tests }) =>
      tests.flatMap(test => test.results),
    ),
    ...(suite.suites ?? []).flatMap(results),
  ];
  return readReports(browserReports)
    .flatMap(({ errors, suites }) => [
      ...errors,
      ...suites.flatMap(results).flatMap(result => result.errors),
    ])
    .at(0)?.message;
}

function readReports(reports) {
  return Object.values(reports).map(readReport).filter(Boolean);
}

function counts() {
  let passed = 0;
  let failed = 0;
  for (const jest of readReports(jestReports)) {
    passed += jest.numPassedTests;
    failed += jest.numFailedTests + jest.numRuntimeErrorTestSuites;
  }
  for (const { stats } of readReports(browserReports)) {
    passed += stats.expected + stats.flaky;
    failed += stats.unexpected;
  }
  return { passed, failed };
}

const complete = isInstalled();
const laidOut =
  complete ||
  (await step('Install', () =>
    runYarn(['install', '--immutable', '--mode=skip-build']),
  ));
let installed = false;
if (laidOut) {
  let types;
  let addons;
  // Each keeps one core busy, the longest first.
  await twoAtATime([
    // Declarations of a whole compilation, which others are made of.
    () => (types = besides('Types', ['tsc', '--incremental', 'false'])),
    // What is compiled from C++: most checks do without.
    () =>
      (addons =
        complete || besides('Native addons', ['install', '--immutable'])),
    () => besides('Types with the newest Backstage', ['tsc:newest']),
    () => besides('Formatting', ['prettier:check', '--loglevel', 'warn']),
    () => besides('Lint', ['lint', '--max-warnings', '0']),
    async () => {
      await types;
      await besides('Build of every package', ['build:all']);
    },
    async () => {
      await types;
      await besides("The README's code", ['tsc:readme']);
    },
    async () => {
      await Promise.all([types, addons]);
      await besides('API reports', ['build:api-reports:only', '--ci']);
    },
    () => besides('Walls of the house', ['walls']),
    () => besides('What nothing uses', ['unused']),
    () =>
      besides('Configuration schema', [
        'backstage-cli',
        ...['config:check', '--lax', '--strict'],
      ]),
  ]);
  installed = await addons;
}
if (installed) {
  // Alone: a page that is drawn late is taken for one that is not drawn.
  await step('Tests of the pages', () => test('pages'));
  // The portals in a browser wait more than they compute: the other tests go on beside them.
  await Promise.all([
    step('Tests on SQLite and PostgreSQL', testOnDatabases),
    besides('The portal on SQLite in a browser', ...inBrowser('lead')),
    (async () => {
      await besides(
        'The portal on PostgreSQL in a browser',
        ...inBrowser('security'),
      );
      // Always the same histories, so that the same code passes again: see CONTRIBUTING.md.
      await besides('Half a minute of the attack', [
        'attack',
        ...['--seed', '1', '--minutes', '0.5', '--shrink', '0'],
      ]);
    })(),
  ]);
}

process.stdout.write('\n');
for (const { name, failure, seconds } of steps) {
  process.stdout.write(
    `${failure ? 'FAILED' : 'passed'}  ${String(seconds).padStart(
      4,
    )} s  ${name}${failure ? `: ${failure}` : ''}\n`,
  );
}
const browserFailure = firstBrowserFailure();
if (browserFailure) {
  process.stdout.write(
    `\nThe first failure in the browser:\n${browserFailure}\n`,
  );
}
const { passed, failed } = counts();
const failedSteps = steps.filter(({ failure }) => failure).length;
const exitCode = failedSteps > 0 || failed > 0 || passed === 0 ? 1 : 0;
process.stdout.write(
  `\n${passed} passed, ${Math.max(failed, exitCode)} failed\n`,
);
// Said outright: the embedded PostgreSQL's own exit hook would end the process with 0.
process.exit(exitCode);
