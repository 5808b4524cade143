import type { BreakGlass } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { healthy } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { FindingsPanel } from './FindingsPanel';

const register = healthy.answer('getBreakGlass', {});
const draw = (change: Partial<BreakGlass>) => {
  renderPart(<FindingsPanel register={{ ...register, ...change }} />);
  return panel('Findings');
};
const first = (findings: { card: HTMLElement }) =>
  [...findings.card.querySelectorAll('ul > li')].map(
    ({ textContent }) => textContent,
  );

it.each<[string, Partial<BreakGlass>]>([
  [
    '1 of at least 2 break-glass accounts are configured: add their object ids to entraMfa.breakGlassIds.',
    { findings: [{ code: 'too-few', count: 1 }] },
  ],
  [
    '2 of 5 accounts fail a check.',
    { configured: 5, findings: [{ code: 'failing', count: 2 }] },
  ],
  [
    'Of 3 of 5 accounts not everything is known.',
    { configured: 5, findings: [{ code: 'not-known', count: 3 }] },
  ],
  ['All 4 accounts pass every check.', { configured: 4, findings: [] }],
  ['1 account passes every check.', { configured: 1, findings: [] }],
  ['Nothing has been read yet.', { snapshot: null, findings: [] }],
])('says: %s', async (text, change) => {
  expect(first(await draw(change))).toEqual([text]);
});

it.each([
  [1, 'A drill is due every 1 day.'],
  [45, 'A drill is due every 45 days.'],
])('says how often a drill is due: %s', async (drillDays, text) => {
  const findings = await draw({ drillDays });
  expect(findings.getByText(text)).toBeInTheDocument();
  expect(
    findings.getByText(/^For when nobody else can sign in\./),
  ).toBeInTheDocument();
});

it('counts check by check for who sees no names', async () => {
  const findings = await draw({
    names: 'hidden',
    configured: 1,
    checks: [
      { check: 'exists', passed: 5, failed: 3, notKnown: 1 },
      { check: 'permanent-role', passed: 2, failed: 4, notKnown: 6 },
    ],
  });
  expect(
    findings.getAllByRole('row').map(({ textContent }) => textContent),
  ).toEqual(['CheckPassedFailedNot known', 'exists531', 'permanent role246']);
  expect(
    findings.getByRole('group', { name: 'Break-glass accounts' }),
  ).toBeInTheDocument();
  expect(findings.getByText('entra-mfa.people.read')).toBeInTheDocument();
});

it.each<[string, Partial<BreakGlass>]>([
  ['sees the accounts', { names: 'visible' }],
  ['sees none because none is configured', { names: 'hidden', configured: 0 }],
])('has no such table for who %s', async (_, change) => {
  const findings = await draw(change);
  expect(findings.queryByRole('table')).toBeNull();
  expect(findings.queryByText('entra-mfa.people.read')).toBeNull();
});
