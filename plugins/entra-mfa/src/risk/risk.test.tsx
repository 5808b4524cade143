import { screen } from '@testing-library/react';
import type { PersonRisk as Risk } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { counts } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderOverviewPart } from '../../dev/testing/renderOverviewPart';
import { renderPart } from '../../dev/testing/renderPart';
import { AtRiskBanner } from './AtRiskBanner';
import { PersonRisk } from './PersonRisk';
import { RiskySignInsPanel } from './RiskySignInsPanel';

const told = ({ textContent }: Element) => textContent;
const now = { level: 'high', state: 'at-risk', day: '2026-11-12' } as const;
const leaked = {
  type: 'leakedCredentials',
  level: 'medium',
  state: 'remediated',
  day: '2026-11-10',
} as const;

it.each<[Risk | null, string[]]>([
  [null, []],
  [{ now: null, isRead: true, detections: [] }, []],
  [{ now: null, isRead: false, detections: null }, []],
  [
    { now, isRead: true, detections: null },
    ['At risk: high since 12 Nov 2026'],
  ],
  [
    {
      now: { level: 'hidden', state: 'compromised', day: null },
      isRead: true,
      detections: [],
    },
    ['Confirmed compromised: the licence does not show how high '],
  ],
  [
    { now: null, isRead: true, detections: [leaked] },
    ['Not at risk now.', 'Leaked credentials: medium 10 Nov 2026 · remediated'],
  ],
  [
    {
      now: null,
      isRead: false,
      detections: [{ ...leaked, type: 'toString', level: null, state: null }],
    },
    ['Whether this person is at risk now is not read.', 'toString 10 Nov 2026'],
  ],
])('says of %j', (risk, lines) => {
  renderPart(<PersonRisk risk={risk} />);
  const shown = [...document.querySelectorAll('p, li')].map(
    ({ textContent }) => textContent,
  );
  expect(shown.filter(text => text !== 'drawn')).toEqual(lines);
});

describe('risky sign-ins', () => {
  const none = { 'let-in': 0, proved: 0, blocked: 0, failed: 0 };
  const some = { ...none, 'let-in': 1, blocked: 12 };

  it('are told by what became of them, and by day', async () => {
    renderOverviewPart(RiskySignInsPanel, {
      having: {
        riskySignIns: {
          days: [
            { day: '2026-11-20', counts: some },
            { day: '2026-11-18', counts: { ...some, proved: 1_000 } },
          ],
        },
      },
    });
    const { card } = await panel('Risky sign-ins');
    expect([...card.querySelectorAll('li')].map(told)).toEqual([
      '2 let in',
      '1,000 let in after proving who it was, such as by MFA',
      '24 stopped by a policy',
      '0 failed otherwise',
    ]);
    const rows = [...card.querySelectorAll('tbody tr')];
    expect(rows.map(row => [...row.children].map(told))).toEqual([
      ['20 Nov 2026', '1', '0', '12', '0'],
      ['18 Nov 2026', '1', '1,000', '12', '0'],
    ]);
  });

  it('are said to be none, and not spoken of where they are not read', async () => {
    renderOverviewPart(
      props => (
        <>
          <RiskySignInsPanel {...props} />
          <RiskySignInsPanel overview={{ riskySignIns: null }} />
        </>
      ),
      { having: { riskySignIns: { days: [] } } },
    );
    expect(await screen.findByText('There was none.')).toBeInTheDocument();
    expect(screen.getAllByText('Risky sign-ins')).toHaveLength(1);
  });
});

describe('who is at risk and not registered', () => {
  const words = /at risk (is|are) not registered$/;

  it('is counted on the overview, and opens the list', async () => {
    renderOverviewPart(AtRiskBanner, {
      having: { counts: { ...counts, atRiskUncovered: 3 } },
    });
    const link = await screen.findByRole('link', { name: words });
    expect(link).toHaveTextContent('3 people at risk are not registered');
    expect(link).toHaveAttribute(
      'href',
      expect.stringMatching(/people\?state=uncovered&mark=at-risk$/),
    );
  });

  it('is not spoken of where there is nobody', () => {
    renderOverviewPart(AtRiskBanner, {
      having: { counts: { ...counts, atRiskUncovered: 0 } },
    });
    expect(screen.queryByText(words)).toBeNull();
  });
});
