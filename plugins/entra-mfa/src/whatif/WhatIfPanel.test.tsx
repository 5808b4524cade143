import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, past } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { formatPoints } from '../messages/formatPoints';
import { WhatIfPanel } from './WhatIfPanel';

const signed = (value: number) =>
  value === 0 ? '±0' : `${value > 0 ? '+' : '−'}${Math.abs(value)}`;

it('asks nothing before something is assumed', async () => {
  const api = new RecordedApi();
  renderPortal('/entra-mfa/overview/what-if', { api });
  expect(await screen.findByText('Choose what to assume.')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'What if' })).toBeInTheDocument();
  expect(screen.getByText(/Nothing is stored\.$/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Rules$/ })).toBeNull();
  expect(screen.queryByText('Assumed, not the figure')).not.toBeInTheDocument();
  expect(api.last('getWhatIf')).toBeUndefined();
});

it.each([
  ['phoneOff=true', { phoneOff: true }],
  ['withoutExceptions=true', { withoutExceptions: true }],
  ['countGuests=true', { countGuests: true }],
])(
  'shows both figures side by side, the assumed one marked as none: %s',
  async (search, query) => {
    const { shown, assumed, difference } = healthy.answer(
      'getWhatIf',
      {},
      query,
    );
    renderPart(<WhatIfPanel />, new RecordedApi(), { search });
    const label = await screen.findByText('Assumed, not the figure');
    expect(label.parentElement).toHaveTextContent(
      `${formatPermille(assumed.counts.coverage.permille)} registered`,
    );
    expect(label.parentElement).toHaveTextContent(
      `${assumed.counts.coverage.short} people short · ${formatPoints(
        difference.permille!,
      )} points`,
    );
    expect(
      screen.getByText('The figure of Contoso').parentElement,
    ).toHaveTextContent(formatPermille(shown.counts.coverage.permille)!);
    const rows = within(screen.getByRole('group', { name: 'What if' }))
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent);
    expect(rows).toEqual(
      (
        [
          ['registered', 'covered'],
          ['not registered', 'uncovered'],
          ['not known', 'unknown'],
          ['exempt', 'exempt'],
        ] as const
      )
        .map(
          ([word, key]) =>
            `${word}${shown.counts.states[key]}${
              assumed.counts.states[key]
            }${signed(difference[key])}`,
        )
        .concat(
          `in scope${shown.counts.inScope}${assumed.counts.inScope}${signed(
            difference.inScope,
          )}`,
          `short of the target${shown.counts.coverage.short}${
            assumed.counts.coverage.short
          }${signed(difference.short)}`,
        ),
    );
  },
);

it('keeps what is assumed in the address, and takes it back', async () => {
  renderPortal(
    '/entra-mfa/overview/what-if?phoneOff=true&targetPermille=900&team=group:default/payments',
  );
  expect(
    await screen.findByRole('switch', { name: 'Phones are switched off' }),
  ).toBeChecked();
  expect(await screen.findByText(/target 90 %/)).toBeInTheDocument();
  expect(
    await screen.findByText(/^The figure of Payments/),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Assume nothing' }));
  expect(await screen.findByText('Choose what to assume.')).toBeInTheDocument();
});

it('assumes what is switched on', async () => {
  const api = new RecordedApi();
  renderPortal('/entra-mfa/overview/what-if', { api });
  await userEvent.click(
    await screen.findByRole('switch', { name: 'Phones are switched off' }),
  );
  await screen.findByText('Assumed, not the figure');
  expect(api.last('getWhatIf')?.query).toEqual({ phoneOff: 'true' });
});

it('says that it computes', async () => {
  const api = new RecordedApi().silence('getWhatIf');
  renderPortal('/entra-mfa/overview/what-if?phoneOff=true', { api });
  expect(
    await screen.findByText(
      /^Everyone is evaluated again\. For a large tenant/,
    ),
  ).toBeInTheDocument();
  expect(screen.queryByText('Choose what to assume.')).toBeNull();
});

it('says what went wrong, and tries again when asked', async () => {
  const api = new RecordedApi().fail('getWhatIf', 503, 'Too many at once');
  renderPortal('/entra-mfa/overview/what-if?phoneOff=true', { api });
  expect(await screen.findByText('Too many at once')).toBeInTheDocument();
  expect(screen.queryByText(/^Everyone is evaluated again\. For/)).toBeNull();
  api.change('getWhatIf', body => body);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Assumed, not the figure')).toBeVisible();
  expect(screen.queryByText('Too many at once')).toBeNull();
});

it('assesses a past day by today’s rules only when asked, and says so', async () => {
  const { assumed, difference } = new RecordedApi('other-rules').answer(
    'getWhatIf',
    {},
    { at: past, rules: 'today' },
  );
  renderPortal(`/entra-mfa/overview/what-if?at=${past}`, {
    scenario: 'other-rules',
  });
  await userEvent.click(
    await screen.findByRole('button', { name: 'with today’s rules?' }),
  );
  const status = await screen.findByText(
    `with today’s rules: ${formatPermille(
      assumed.counts.coverage.permille,
    )} (${formatPoints(difference.permille!)} points)`,
  );
  expect(status).toHaveTextContent('it was never shown');
});

it('does not speak of today’s rules where they are the same', async () => {
  const { snapshot } = healthy.answer('getOverview', {}, { at: past });
  renderPortal(`/entra-mfa/overview/what-if?at=${past}`);
  const band = await screen.findByText(/^As of 3 Nov 2026/);
  expect(band).toHaveTextContent(
    `As of 3 Nov 2026: snapshot ${snapshot!.number} of `,
  );
  expect(band).toHaveTextContent(`by rules ${snapshot!.rulesVersion}.`);
  expect(
    screen.queryByRole('button', { name: /today’s rules/ }),
  ).not.toBeInTheDocument();
});

it('asks of a past day by which rules', async () => {
  const api = new RecordedApi().silence('getTeams');
  renderPart(<WhatIfPanel />, api, { search: `at=${past}` });
  expect(
    await screen.findByRole('button', { name: 'of that day Rules' }),
  ).toBeInTheDocument();
});
