import { screen } from '@testing-library/react';
import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { healthy, overview } from '../../dev/testing/contoso';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { clockOf, momentOf } from '../../dev/testing/english';
import { HealthLine } from './HealthLine';

type Freshness = Overview['freshness'];
const { freshness } = overview;

it('says how fresh the figures are by both clocks, and when it reads next', async () => {
  renderInPortal(<HealthLine freshness={freshness} />);
  expect(await screen.findByText('Healthy')).toBeInTheDocument();
  const moments: [string, string][] = [
    ['read 12 min ago', freshness.readAt!],
    ["Microsoft's report is 3 h old", freshness.reportRefreshedAt!],
    [
      `next ${clockOf(freshness.nextReadAt!, healthy.at)}`,
      freshness.nextReadAt!,
    ],
  ];
  for (const [text, iso] of moments) {
    const moment = screen.getByText(text);
    expect(moment).toHaveAttribute('datetime', iso);
    expect(moment).toHaveAttribute('title', momentOf(iso));
  }
});

it.each<[string, Partial<Freshness>, string]>([
  ['needs attention', { health: 'needs-attention' }, 'Needs attention'],
  ['is in its first read', { health: 'first-run' }, 'First read under way'],
  ['is not configured', { health: 'not-configured' }, 'Not configured'],
  ['was not read yet', { readAt: null }, 'not read yet'],
])('says that the tenant %s', async (_, change, text) => {
  renderInPortal(<HealthLine freshness={{ ...freshness, ...change }} />);
  expect(await screen.findByText(text)).toBeInTheDocument();
});

it('says how far a read is in place of when the next one comes', async () => {
  const progress = {
    run: 3,
    startedAt: freshness.readAt!,
    dataSet: 'users' as const,
    pages: 2,
    rows: 1234,
    expectedRows: null,
    people: 0,
    expectedPeople: null,
    secondsLeft: null,
    waitedMs: 0,
  };
  renderInPortal(<HealthLine freshness={{ ...freshness, progress }} />);
  expect(
    await screen.findByText('reading now: 1,234 rows users'),
  ).toBeInTheDocument();
  expect(screen.queryByText(/^next /)).not.toBeInTheDocument();
});

it('says that the age of a report is not known, and nothing else of what is not', async () => {
  renderInPortal(
    <HealthLine
      freshness={{ ...freshness, reportRefreshedAt: null, nextReadAt: null }}
    />,
  );
  await screen.findByText("the age of Microsoft's report is not known");
  expect(screen.queryByText(/report is .* old/)).not.toBeInTheDocument();
  expect(screen.queryByText(/^(next|due)/)).not.toBeInTheDocument();
});

const minute = 60_000;

it.each([
  ['next', 5 * minute],
  ['next', 40 * 24 * 60 * minute],
  ['due since', -5 * minute],
])('tells when the next sync starts: %s %d', async (words, later) => {
  const nextReadAt = new Date(healthy.at + later).toISOString();
  renderInPortal(<HealthLine freshness={{ ...freshness, nextReadAt }} />);
  expect(
    await screen.findByText(`${words} ${clockOf(nextReadAt, healthy.at)}`),
  ).toBeInTheDocument();
});
