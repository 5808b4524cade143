import { parseArgs } from 'node:util';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/environment.mjs';

const help = `Measures what opening MFA costs a browser that has the portal open, of a running demo.

  node scripts/measurePages.mjs [address]

  --person NAME   whom to sign in as (Maya)
  --times N       how often People is opened (5)

Bytes are those on the wire, as the portal sends them. Where the machine does something else, times say little.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean' },
    person: { type: 'string', default: 'Maya' },
    times: { type: 'string', default: '5' },
  },
});
if (values.help) {
  process.stdout.write(help);
  process.exit(0);
}
const [address = 'http://localhost:7007'] = positionals;
const executablePath = join(root, '.cache/browser/chromium');
if (!existsSync(executablePath)) {
  throw new Error(
    'There is no browser yet: run the tests in a browser once (yarn test:e2e)',
  );
}

const { chromium } = await import('@playwright/test');
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu'],
});

/** A browser that has never been here, signed in, with the catalog open. */
async function openPortal() {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(`${address}/catalog`);
  await page
    .getByRole('button', { name: new RegExp(`Enter as .*${values.person}`) })
    .click();
  await page.getByRole('link', { name: 'MFA' }).waitFor();
  await page.waitForLoadState('networkidle');
  return { context, page };
}

/** What comes over the wire while something is done, in bytes by the kind of what it is. */
async function wireOf(page, context, work) {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const urls = new Map();
  const bytes = { pages: 0, api: 0 };
  session.on('Network.responseReceived', ({ requestId, response }) =>
    urls.set(requestId, response.url),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const isApi = urls.get(requestId)?.includes('/api/');
    bytes[isApi ? 'api' : 'pages'] += encodedDataLength;
  });
  await work();
  // What is asked for later, of a page that is there already, no state of loading tells.
  await page.waitForTimeout(5_000);
  await session.detach();
  return bytes;
}

const kilobytes = bytes => `${(bytes / 1000).toFixed(1)} kB`;

const first = await openPortal();
const opened = await wireOf(first.page, first.context, async () => {
  await first.page.getByRole('link', { name: 'MFA' }).click();
  await first.page.getByText('people counted').waitFor();
});
await first.context.close();
process.stdout.write(
  `Opening MFA: ${kilobytes(opened.pages)} of pages, ${kilobytes(
    opened.api,
  )} of answers\n`,
);

const times = [];
for (let i = 0; i < Number(values.times); i += 1) {
  const { context, page } = await openPortal();
  const began = performance.now();
  await page.goto(`${address}/entra-mfa/people`);
  await page.locator('tbody').getByText('@').first().waitFor();
  times.push(performance.now() - began);
  await context.close();
}
times.sort((a, b) => a - b);
process.stdout.write(
  `First row of People, the portal loaded anew: ${times
    .map(time => `${(time / 1000).toFixed(2)} s`)
    .join(', ')}\n`,
);
await browser.close();
