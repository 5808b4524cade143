import { screen } from '@testing-library/react';
import type { Attempt } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { healthy, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { PersonAttempts } from './PersonAttempts';

const attempt: Attempt = {
  at: '2026-11-20T10:00:00.000Z',
  feature: 'registration',
  method: 'mobileSMS',
  success: true,
  reason: null,
};

it.each<[Attempt[] | null, string[]]>([
  [null, []],
  [[], []],
  [[attempt], ['Registered SMS 20 Nov 2026']],
  [
    [{ ...attempt, success: false, reason: 'No answer' }],
    ['Tried to register SMS: failed, because “No answer” 20 Nov 2026'],
  ],
  [
    [
      { ...attempt, feature: 'reset', success: false },
      { ...attempt, feature: 'reset', method: 'email' },
    ],
    [
      'Tried to reset the password with SMS: failed 20 Nov 2026',
      'Reset the password with Email 20 Nov 2026',
    ],
  ],
])('says of %j', (attempts, lines) => {
  renderPart(<PersonAttempts attempts={attempts} />);
  const shown = [...document.querySelectorAll('li')].map(
    ({ textContent }) => textContent,
  );
  expect(shown).toEqual(lines);
  const titles = screen.queryAllByText('Registrations and resets');
  expect(titles).toHaveLength(lines.length > 0 ? 1 : 0);
});

it('stands on the page of who tried', async () => {
  const { person } = healthy
    .all('getPerson')
    .find(({ attempts }) => attempts?.some(({ success }) => !success))!;
  renderPortal(`/entra-mfa/people/${tenant}/${person.id}`);
  const { getAllByText } = await panel('Registrations and resets');
  expect(getAllByText(/failed, because/).length).toBeGreaterThan(0);
});
