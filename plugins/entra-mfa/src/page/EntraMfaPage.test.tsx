import type { SignalApi } from '@backstage/plugin-signals-react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  formatPermille,
  type Overview,
} from 'backstage-plugin-entra-mfa-common';
import { fixtureFetch } from '../../dev/fixture/fixtureFetch';
import { FixtureTenant } from '../../dev/fixture/tenant';
import { renderPortal } from '../../dev/testing/renderPortal';

const { counts, directory } = new FixtureTenant('healthy', 0).overview();
if (!counts || !directory) throw new Error('the fixture has no figures');
const { covered, uncovered, permille, short } = counts.coverage;
const panel = async (title: string) => {
  const heading = await screen.findByRole('heading', { name: title, level: 2 });
  const card = heading.closest('article');
  if (!card) throw new Error(`${title} is in no card`);
  return within(card);
};
const shown = (value: number) => new Intl.NumberFormat('en').format(value);

it('shows the figure cut off, with what it counts, its target and who is short', async () => {
  renderPortal('/entra-mfa');
  expect(
    await screen.findByText(
      `${shown(covered)} of ${shown(
        covered + uncovered,
      )} people in scope have registered a strong method.`,
      { exact: false },
    ),
  ).toBeInTheDocument();
  expect(
    screen.getAllByText(formatPermille(permille) ?? '').length,
  ).toBeGreaterThan(0);
  expect(
    screen.getByText(/target 95 %/, { selector: 'span' }),
  ).toHaveTextContent(`target 95 %${short} people short`);
});

it('says how fresh the figures are by both clocks', async () => {
  renderPortal('/entra-mfa');
  expect(await screen.findByText('read 12 min ago')).toBeInTheDocument();
  expect(screen.getByText("Microsoft's report is 3 h old")).toBeInTheDocument();
});

it('shows a directory that adds up, each part with a list of its own', async () => {
  renderPortal('/entra-mfa');
  const notCounted = await panel('Who is not counted');
  const sum = notCounted.getByText(/^Directory/).closest('p');
  const numbers = (sum?.textContent?.match(/[\d,]+/g) ?? []).map(text =>
    Number(text.replace(',', '')),
  );
  const [total, ...parts] = numbers;
  expect(total).toBe(directory.total);
  expect(parts.reduce((one, other) => one + other, 0)).toBe(total);
  expect(notCounted.getByRole('link', { name: 'guests' })).toHaveAttribute(
    'href',
    '/entra-mfa/people?scopeClass=guest',
  );
});

it('opens the people behind a part of the donut', async () => {
  renderPortal('/entra-mfa');
  const registered = await panel('Registered');
  await userEvent.click(
    registered.getByRole('link', { name: 'not registered' }),
  );
  const people = await panel('People');
  expect(await people.findByText(`${uncovered} people`)).toBeInTheDocument();
  expect(
    within(people.getByRole('grid', { name: 'Filters' })).getByText(
      'not registered',
    ),
  ).toBeInTheDocument();
});

it('counts one tier for each person in scope', async () => {
  renderPortal('/entra-mfa');
  const strength = await panel('How strong');
  const numbers = strength
    .getAllByRole('listitem')
    .map(item => Number(item.querySelector('strong')?.textContent));
  expect(numbers.reduce((one, other) => one + other, 0)).toBe(counts.inScope);
  expect(strength.queryByText('privileged')).not.toBeInTheDocument();
});

it('shows the privileged beside everyone once roles are read', async () => {
  renderPortal('/entra-mfa', { scenario: 'privileged' });
  const strength = await panel('How strong');
  expect(strength.getByText('privileged')).toBeInTheDocument();
});

it('keeps the day in every link of the page', async () => {
  renderPortal('/entra-mfa?at=2026-11-03');
  expect(await screen.findByText(/^As of 3 Nov 2026/)).toBeInTheDocument();
  expect(screen.getByRole('tab', { name: 'People' })).toHaveAttribute(
    'href',
    '/entra-mfa/people?at=2026-11-03',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Back to now' }));
  expect(screen.getByRole('tab', { name: 'People' })).toHaveAttribute(
    'href',
    '/entra-mfa/people',
  );
});

it('gives the trend as a table too', async () => {
  renderPortal('/entra-mfa');
  const trend = await panel('Trend');
  const rows = within(trend.getByRole('table')).getAllByRole('row');
  expect(rows[rows.length - 1]).toHaveTextContent(
    `${formatPermille(permille)}${uncovered}`,
  );
});

it('says MFA capable everywhere where that is what counts', async () => {
  renderPortal('/entra-mfa', { scenario: 'capable' });
  const card = await panel('MFA capable');
  expect(card.getByRole('link', { name: 'not MFA capable' })).toHaveAttribute(
    'href',
    '/entra-mfa/people?state=uncovered',
  );
  expect(card.getByText(/^Registered \d/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('tab', { name: 'Teams' }));
  expect(
    await screen.findByRole('columnheader', { name: 'not MFA capable' }),
  ).toBeInTheDocument();
  expect(screen.queryByText('not registered')).not.toBeInTheDocument();
});

it('starts a sync for who may, and says so', async () => {
  renderPortal('/entra-mfa');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Sync now' }),
  );
  expect(await screen.findByText(/^Sync started\./)).toBeInTheDocument();
});

it('follows a sync that begins after it was asked for, and tells how it ended', async () => {
  const healthy = fixtureFetch('healthy');
  const broken = fixtureFetch('needs-attention');
  let readsSince: number | null = null;
  renderPortal('/entra-mfa', {
    fetch: async (input, init) => {
      const { method, url } = new Request(input, init);
      if (method === 'POST') {
        readsSince = 0;
      }
      if (readsSince !== null && url.includes('/overview')) {
        readsSince += 1;
      }
      // The first answer after the request is still that of before.
      const ended = readsSince !== null && readsSince > 1;
      return (ended ? broken : healthy)(input, init);
    },
  });
  expect(await screen.findByText('Healthy')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Sync now' }));
  expect(
    await screen.findByText('Needs attention', {}, { timeout: 10_000 }),
  ).toBeInTheDocument();
}, 15_000);

it('reads the rest of the page again when the figure is another snapshot’s', async () => {
  const healthy = fixtureFetch('healthy');
  let reads = 0;
  let isPublished = false;
  const readSince = new Set<string>();
  renderPortal('/entra-mfa', {
    fetch: async (input, init) => {
      const { pathname } = new URL(new Request(input, init).url);
      const answer = await healthy(input, init);
      if (isPublished) {
        readSince.add(pathname.replace(/.*\/v1\//, ''));
      }
      if (!pathname.endsWith('/overview')) {
        return answer;
      }
      const overview: Overview = await answer.json();
      reads += 1;
      isPublished = reads > 1;
      overview.snapshot!.number += reads;
      overview.freshness.progress = isPublished
        ? null
        : {
            run: 1,
            startedAt: overview.snapshot!.at,
            dataSet: 'users',
            pages: 1,
            rows: 1,
            expectedRows: null,
            people: 0,
            expectedPeople: null,
            secondsLeft: null,
            waitedMs: 0,
          };
      return new Response(JSON.stringify(overview), answer);
    },
  });
  await waitFor(() => expect(readSince).toContain('teams'), {
    timeout: 10_000,
  });
}, 15_000);

it('reads each part once when a signal tells of a publish', async () => {
  const healthy = fixtureFetch('healthy');
  let isPublished = false;
  const readSince: string[] = [];
  let pending = 0;
  let tell: Parameters<SignalApi['subscribe']>[1] | undefined;
  renderPortal('/entra-mfa', {
    signals: {
      subscribe: (_channel, onMessage) => {
        tell = message => onMessage(message as never);
        return { unsubscribe: () => {} };
      },
    },
    fetch: async (input, init) => {
      const { pathname, search } = new URL(new Request(input, init).url);
      const answer = await healthy(input, init);
      if (!isPublished || !pathname.includes('/v1/')) {
        return answer;
      }
      readSince.push(`${pathname}${search}`);
      if (!pathname.endsWith('/overview')) {
        // The headline is there first.
        pending += 1;
        await new Promise(done => setTimeout(done, 200));
        pending -= 1;
        return answer;
      }
      const overview: Overview = await answer.json();
      overview.snapshot!.number += 1;
      overview.counts!.coverage.permille = 999;
      return new Response(JSON.stringify(overview), answer);
    },
  });
  await panel('Where the gap is');
  isPublished = true;
  act(() => tell?.({}));
  expect((await screen.findAllByText('99.9 %')).length).toBeGreaterThan(0);
  await waitFor(() => expect(pending).toBe(0));
  expect(readSince.join()).toContain('/teams');
  expect(readSince).toEqual([...new Set(readSince)]);
});

it('lists as many as it counts of those who are registered and not capable', async () => {
  renderPortal('/entra-mfa');
  const registered = await panel('Registered');
  expect(
    registered.getByRole('link', { name: /method not allowed by policy/ }),
  ).toHaveAttribute(
    'href',
    '/entra-mfa/people?mark=registered-not-capable&state=covered%2Cuncovered%2Cunknown%2Cexempt',
  );
});
