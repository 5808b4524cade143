import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { counts, overview } from '../../dev/testing/contoso';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { Headline } from './Headline';

async function openWhatCounts(of = overview) {
  renderInPortal(<Headline overview={of} counts={counts} stale={false} />);
  await userEvent.click(
    await screen.findByRole('button', { name: 'What counts?' }),
  );
  return within(await screen.findByRole('dialog'));
}

const everybody = new RecordedApi('nobody-missing').answer('getOverview', {});

it.each([
  ['fresh', false, 1],
  ['stale', true, 0],
])('calls a target met on %s data only', async (_, stale, times) => {
  renderInPortal(
    <Headline overview={everybody} counts={everybody.counts!} stale={stale} />,
  );
  expect(await screen.findByText('100.0 %')).toBeInTheDocument();
  expect(screen.queryAllByText('target met')).toHaveLength(times);
});

it('says of figures that were made from the methods of each person what they are, and what they cannot say', async () => {
  const mark = /^From each person’s methods; Microsoft’s report needs/;
  renderInPortal(
    <Headline
      overview={{
        ...overview,
        basis: 'capable',
        freshness: {
          ...overview.freshness,
          reportRefreshedAt: null,
          fromMethods: true,
        },
      }}
      counts={{
        ...counts,
        coverage: {
          ...counts.coverage,
          covered: 0,
          uncovered: 0,
          permille: null,
        },
      }}
      stale={false}
    />,
  );
  expect(await screen.findByText(mark)).toBeInTheDocument();
  expect(screen.getByText(/not known for this tenant/)).toBeInTheDocument();
  expect(screen.queryByText(/age of Microsoft's report/)).toBeNull();
});

it.each([
  [3, 5, ' Of 61 in scope, 3 not known and 5 exempt count neither way.'],
  [1, 1, ' Of 61 in scope, 1 not known and 1 exempt count neither way.'],
  [3, 0, ' Of 61 in scope, 3 not known count neither way.'],
  [1, 0, ' Of 61 in scope, 1 not known count neither way.'],
  [0, 1, ' Of 61 in scope, 1 exempt count neither way.'],
  [0, 5, ' Of 61 in scope, 5 exempt count neither way.'],
  [0, 0, ''],
])('sets %s not known and %s exempt apart', async (unknown, exempt, text) => {
  renderInPortal(
    <Headline
      overview={overview}
      counts={{
        ...counts,
        inScope: 61,
        states: { ...counts.states, unknown, exempt },
      }}
      stale={false}
    />,
  );
  const sentence = await screen.findByText(/people counted/);
  expect(sentence.textContent?.split('a strong method.')[1].trimEnd()).toBe(
    text,
  );
});

it.each<[string, Partial<typeof counts.coverage>]>([
  ['64.9 %registeredtarget 95 %7 people short', { permille: 649, short: 7 }],
  ['94.9 %registeredtarget 95 %1 person short', { permille: 949, short: 1 }],
  ['95.0 %registeredtarget 95 %target met', { permille: 950, met: true }],
  ['95.0 %registeredtarget 95 %', { permille: 950, met: null }],
  ['target 95 %', { permille: null, met: null }],
])('begins with: %s', async (text, change) => {
  const coverage = { ...counts.coverage, short: 0, met: false, ...change };
  renderInPortal(
    <Headline
      overview={overview}
      counts={{ ...counts, coverage }}
      stale={false}
    />,
  );
  const sentence = await screen.findByText(/people counted/);
  const first = sentence.parentElement!.previousElementSibling!;
  expect(first.textContent).toBe(text);
  // Nothing stands where there is nothing to say of the target.
  expect(first.querySelectorAll('strong')).toHaveLength(
    change.short || change.met ? 1 : 0,
  );
  expect(first.querySelectorAll('span')).toHaveLength(
    change.permille === null ? 1 : 3,
  );
});

const capable = new RecordedApi('capable').answer('getOverview', {});

it('names what counts in the words of the basis', async () => {
  renderInPortal(
    <Headline overview={capable} counts={capable.counts!} stale={false} />,
  );
  expect(await screen.findByText('MFA capable')).toBeInTheDocument();
});

it.each([
  ['registered', overview, counts],
  ['capable', capable, capable.counts!],
])('counts whom it is about: %s', async (_, of, its) => {
  renderInPortal(<Headline overview={of} counts={its} stale={false} />);
  const { covered, uncovered } = its.coverage;
  expect(uncovered).toBeGreaterThan(0);
  expect(
    await screen.findByText(
      new RegExp(`^${covered} of ${covered + uncovered} people counted `),
    ),
  ).toBeInTheDocument();
});

it('says how fresh the figures of today are', async () => {
  renderInPortal(
    <Headline overview={overview} counts={counts} stale={false} />,
  );
  expect(await screen.findByText(/^read /)).toBeInTheDocument();
});

it('counts one person', async () => {
  const coverage = { ...counts.coverage, covered: 1, uncovered: 0 };
  renderInPortal(
    <Headline
      overview={overview}
      counts={{ ...counts, coverage }}
      stale={false}
    />,
  );
  expect(
    await screen.findByText(/^1 of 1 people counted have registered/),
  ).toBeInTheDocument();
});

it('has no percentage where nobody counts', async () => {
  const empty = new RecordedApi('empty').answer('getOverview', {});
  renderInPortal(
    <Headline overview={empty} counts={empty.counts!} stale={false} />,
  );
  expect(
    await screen.findByText(/^Nobody in scope counts yet\./),
  ).toBeInTheDocument();
  expect(screen.queryByText(/^\d.*%$/)).not.toBeInTheDocument();
});

it('does not say how fresh a past day is', async () => {
  renderInPortal(
    <Headline overview={overview} counts={counts} stale={false} past />,
  );
  await screen.findByText(/people counted/);
  expect(screen.queryByText(/^read /)).not.toBeInTheDocument();
});

it('says what counts, and what the figure does not prove', async () => {
  const text = await openWhatCounts();
  for (const part of [
    /of whom Microsoft reports a registered strong method, out of those covered and uncovered/,
    /Cut off to one decimal, never rounded up/,
    /Phone \(SMS or voice call\), Microsoft Authenticator/,
    /Email, security questions and passwords are none/,
    /Not known and exempt people count neither way/,
    /do not configure MFA and change nothing in Entra/,
    /not that it is required/,
  ]) {
    expect(text.getByText(part)).toBeInTheDocument();
  }
});

it('says in “What counts?” which figure CIS comes to, and why it differs', async () => {
  const text = await openWhatCounts();
  const line = `${formatPermille(
    overview.cis!.permille,
  )} by the count of CIS 5.2.3.4`;
  expect(
    text.getByText(new RegExp(`^${line}: CIS counts every member user`)),
  ).toBeVisible();
});

const crossCheck = {
  microsoft: { users: 1316, capable: 1138 },
  here: { users: 1316, capable: 1133 },
  difference: 5,
  reason: 'refreshed' as const,
};

it.each<[string, string, Partial<typeof overview>]>([
  ['both', 'Other numbers you may meet … … ', { crossCheck }],
  ['one', 'Other numbers you may meet … ', { crossCheck: null }],
  ['no', '', { cis: null, crossCheck: null }],
])('has a heading over %s of the others', async (_, others, change) => {
  await openWhatCounts({ ...overview, ...change });
  const list = screen.getByRole('dialog').querySelector('dl')!;
  const outline = [...list.children].map(({ tagName, textContent }) =>
    tagName === 'DT' ? textContent : '…',
  );
  expect(outline.join(' ')).toBe(
    `The figure … Strong methods … ${others}Reads only …`,
  );
});

it('says beside it which figure Microsoft comes to, and why it differs', async () => {
  const text = await openWhatCounts({ ...overview, crossCheck });
  expect(
    text.getByText(
      /^86\.4 % is Microsoft’s own count of MFA capable accounts: 1,138 of 1,316 that are not blocked, .* Difference \+5\. Likely because the two are of different times/,
    ),
  ).toBeVisible();
});

it.each<[string | null, Partial<typeof overview>]>([
  ['CIS 61.2 % of 65 · Microsoft 86.4 % of 1,316', {}],
  ['CIS 61.2 % of 65', { crossCheck: null }],
  ['Microsoft 86.4 % of 1,316', { cis: null }],
  [null, { cis: null, crossCheck: null }],
])('names the other counts in the head: %s', async (others, change) => {
  const cis = { ...overview.cis!, permille: 612 };
  const of = { ...overview, cis, crossCheck, ...change };
  renderInPortal(<Headline overview={of} counts={counts} stale={false} />);
  await screen.findByRole('button', { name: 'What counts?' });
  const said = screen.queryByText(/^MFA capable by other counts/);
  expect(said?.textContent ?? null).toBe(
    others && `MFA capable by other counts: ${others}`,
  );
});
