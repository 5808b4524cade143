import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, past } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPortal } from '../../dev/testing/renderPortal';

const page = '/entra-mfa/compliance/controls';
const recorded = healthy.answer('getControls', {});
const { counts } = recorded.frameworks[0];

const lineOf = async (id: string) => {
  const list = await panel('Controls');
  return within(list.getByRole('row', { name: new RegExp(`^${id} `) }));
};

it('says how many are met, and of each what decides it and what to do', async () => {
  renderPortal(page);
  const head = await panel('Entra MFA');
  const evaluated = counts.met + counts.notMet;
  expect(
    head.getByText(`${counts.met} of ${evaluated} evaluated controls are met`),
  ).toBeVisible();
  expect(head.getByText(`${counts.notMet} not met`)).toBeVisible();

  const first = await lineOf('MFA-01');
  const { result, strip } = recorded.controls[0];
  expect(first.getByText('not met')).toBeVisible();
  expect(
    first.getByText(`${result!.count} of ${result!.of}, target 95 %`),
  ).toBeVisible();
  expect(first.getByText(`${result!.short} people short`)).toBeVisible();
  expect(first.getByRole('link', { name: 'See who' })).toHaveAttribute(
    'href',
    '/entra-mfa/people?state=uncovered',
  );
  const days = strip.filter(day => day === 'not-met').length;
  expect(
    first.getByRole('img', { name: new RegExp(`${days} days not met`) }),
  ).toBeInTheDocument();

  const met = await lineOf('MFA-07');
  expect(met.getByText('met')).toBeVisible();
  expect(met.queryByRole('link', { name: /^See/ })).toBeNull();
});

it('keeps the framework in the address, and leaves out what does not apply', async () => {
  renderPortal(`${page}?framework=cis-controls-8.1`);
  const head = await panel('CIS Controls 8.1');
  expect(head.getByText('1 does not apply')).toBeVisible();
  const line = await lineOf('6.4');
  expect(line.getByText('does not apply')).toBeVisible();
  expect(
    line.getByText('Nobody reaches the network from outside'),
  ).toBeVisible();
  await userEvent.click(line.getByRole('link'));
  expect(
    await screen.findByRole('heading', { name: /^6\.4 MFA for remote/ }),
  ).toBeVisible();
  expect(screen.getByRole('link', { name: 'All controls' })).toHaveAttribute(
    'href',
    `${page}?framework=cis-controls-8.1`,
  );
});

it('tells what is not as it was, and why a test could not run', async () => {
  const api = new RecordedApi().change('getControls', body => ({
    ...body,
    changed: [{ id: 'MFA-02', before: 'met' }],
    controls: body.controls.map(control =>
      control.id === 'MFA-02'
        ? {
            ...control,
            status: 'not-evaluated' as const,
            result: {
              ...control.result!,
              outcome: 'not-evaluated' as const,
              reason: 'roles-not-known' as const,
            },
          }
        : control,
    ),
  }));
  renderPortal(page, { api });
  const head = await panel('Entra MFA');
  expect(head.getByText('MFA-02 was met, now not evaluated')).toBeVisible();
  const line = await lineOf('MFA-02');
  expect(line.getByText('not all of roles was read')).toBeVisible();
  expect(
    line.getByRole('link', { name: 'See what cannot be read' }),
  ).toHaveAttribute('href', '/entra-mfa/connections');
});

it('meets nothing on stale data, and says so', async () => {
  renderPortal(page, { scenario: 'stale' });
  const head = await panel('Entra MFA');
  expect(head.getByText('No control could be evaluated')).toBeVisible();
  expect(head.getByText(/^The data is stale, so no control/)).toBeVisible();
  const list = await panel('Controls');
  expect(list.getAllByRole('row')).toHaveLength(recorded.controls.length + 1);
  for (const row of list.getAllByRole('row').slice(1)) {
    expect(within(row).getByText('stale')).toBeVisible();
    expect(within(row).queryByText('met')).toBeNull();
  }
});

it('shows a control with what is missing, its tests and how it is done here', async () => {
  renderPortal(`${page}/mfa/MFA-01`);
  const head = await panel('MFA-01 Users have registered for MFA');
  for (const part of [
    'What it asks',
    'What this data shows',
    'What this data does not show',
    'What a person has to add',
  ]) {
    expect(head.getByText(part)).toBeVisible();
  }
  expect(head.getByText('severity critical')).toBeVisible();
  expect(
    head.getByRole('link', { name: 'Start a registration campaign' }),
  ).toHaveAttribute('href', expect.stringMatching(/registration-campaign$/));
  const tests = await panel('Tests');
  expect(tests.getByText('Coverage reaches the target')).toBeVisible();
  const narrative = await panel('How it is done here');
  expect(narrative.getByText('Ada Berg, 14 Sep 2026')).toBeVisible();
  const history = await panel('History');
  expect(history.getAllByRole('listitem').length).toBeGreaterThan(2);

  const copied: string[] = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (text: string) => copied.push(text) },
  });
  const picture = await panel('A picture of it');
  expect(picture.card).toHaveTextContent('lists control:mfa/MFA-01');
  await userEvent.click(picture.getByRole('button', { name: 'Copy the link' }));
  expect(copied).toEqual([
    expect.stringMatching(
      /^https?:.*\/v1\/control\.svg\?control=mfa%2FMFA-01&tenant=/,
    ),
  ]);
});

describe('by team', () => {
  const of = { framework: 'mfa', id: 'MFA-01' };
  const teams = healthy.answer('getControlTeams', of, {
    count: true,
    limit: 25,
  });
  const show = (api: RecordedApi) =>
    renderPortal(`${page}/mfa/MFA-01`, { api });

  it('says of each team what decides it, and what to do about its people', async () => {
    show(new RecordedApi());
    const { card, findByRole } = await panel('By team');
    const [first] = teams.items;
    expect(first.status).toBe('not-met');
    const line = within(
      await findByRole('row', { name: new RegExp(`^${first.team.title} `) }),
    );
    expect(line.getByText('not met')).toBeVisible();
    const [{ count, of: all, short }] = first.results;
    expect(
      line.getByText(new RegExp(`^${count} of ${all}, target`)),
    ).toHaveTextContent(`${short} `);
    expect(line.getByRole('link', { name: 'See who' })).toHaveAttribute(
      'href',
      `/entra-mfa/people?${new URLSearchParams({
        state: 'uncovered',
        team: first.team.ref,
      })}`,
    );
    expect(card).toHaveTextContent(`${teams.counts.notMet} not met`);
    const names = within(card).getAllByRole('rowheader');
    expect(names.map(({ textContent }) => textContent)).toEqual(
      teams.items.map(({ team }) => team.title),
    );
  });

  it('says what is not shown, and what no team can answer', async () => {
    const api = new RecordedApi().change('getControlTeams', body => ({
      ...body,
      ofTenant: ['policies' as const],
      counts: { ...body.counts, notTold: 1 },
      items: [{ ...body.items[0], status: null, withheld: true, results: [] }],
    }));
    show(api);
    const { card, findByText } = await panel('By team');
    expect(await findByText('1 not shown')).toBeVisible();
    expect(card).toHaveTextContent('who sees the names of all of it');
    expect(card).toHaveTextContent(
      'Of the tenant, and no part of it: A policy demands MFA',
    );
    expect(card).not.toHaveTextContent('no data');
  });

  it('says where only the tenant has an answer, and why there are no people any more', async () => {
    const api = new RecordedApi().change('getControlTeams', body => ({
      ...body,
      ...{ ofTeam: [], items: [], totalItems: 0 },
    }));
    show(api);
    expect(await screen.findByText(/no team can answer it/)).toBeVisible();
  });

  it('says why there is nothing of a day', async () => {
    show(new RecordedApi().fail('getControlTeams', 404, 'There are no people'));
    expect(await screen.findByText('There are no people')).toBeVisible();
  });
});

it('tells a test that a module added by its own words, with its figures and where to go on', async () => {
  const ofModule = {
    ...{ outcome: 'not-met' as const, reason: null, short: null, days: null },
    ...{ since: null, targetPermille: null },
  };
  const link = 'https://acme.example.com/keys';
  const api = new RecordedApi().change('getControl', body => ({
    ...body,
    results: [
      {
        ...{ ...ofModule, test: 'acme/keys' as const, count: 3, of: 8 },
        targetPermille: 900,
        added: { title: { en: 'Most have a key', de: null }, link },
      },
      {
        ...{
          ...ofModule,
          test: 'acme/devices' as const,
          count: 1204,
          of: null,
        },
        added: { title: { en: 'No stray device', de: null }, link: null },
      },
      // Its module is not there any more.
      {
        ...ofModule,
        test: 'acme/gone' as const,
        count: null,
        of: null,
        added: null,
      },
    ],
  }));
  renderPortal(`${page}/mfa/MFA-01`, { api });
  const tests = await panel('Tests');
  const row = (name: RegExp) =>
    within(tests.getByRole('row', { name })).getAllByRole('cell');
  const [, figure, , next] = row(/^Most have a key/);
  expect(figure).toHaveTextContent('3 of 8, target 90 %');
  expect(within(next).getByRole('link')).toHaveAttribute('href', link);
  const [, counted, , nothing] = row(/^No stray device/);
  expect(counted).toHaveTextContent(/^1,204$/);
  expect(nothing).toBeEmptyDOMElement();
  expect(row(/^acme\/gone/)[1]).toBeEmptyDOMElement();
});

it('shows how they stood on a past day', async () => {
  renderPortal(`${page}?at=${past}`);
  const line = await lineOf('MFA-01');
  expect(line.getByRole('link', { name: /MFA-01/ })).toHaveAttribute(
    'href',
    `${page}/mfa/MFA-01?at=${past}`,
  );
});

it('says what is needed to whom it is not shown', async () => {
  renderPortal(page, { scenario: 'counts-only' });
  expect(await screen.findByText('entra-mfa.compliance.read')).toBeVisible();
});

it('says that nothing was tested yet', async () => {
  const api = new RecordedApi().change('getControls', body => ({
    ...body,
    controls: body.controls.map(control => ({
      ...control,
      status: null,
      since: null,
      result: null,
    })),
  }));
  renderPortal(page, { api });
  expect(await screen.findByText('Nothing was tested yet')).toBeVisible();
});

it('calls controls as the language of the reader does', async () => {
  localStorage.setItem('language', 'de');
  const { controls } = recorded;
  const [{ id, titles }] = controls;
  expect(titles.de).not.toBe(titles.en);
  renderPortal(page, {
    extensions: [
      {
        'api:app/app-language': {
          config: { availableLanguages: ['en', 'de'] },
        },
      },
    ],
  });
  expect(
    await screen.findByRole('link', { name: `${id} ${titles.de}` }),
  ).toBeInTheDocument();
});
