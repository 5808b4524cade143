import { mockApis } from '@backstage/frontend-test-utils';
import type { SignalApi } from '@backstage/plugin-signals-react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { counts, healthy, past, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPortal } from '../../dev/testing/renderPortal';

// The portal keeps there which language was chosen.
afterEach(() => localStorage.clear());

const { covered, uncovered, permille, short } = counts.coverage;

it('shows the figure cut off, with what it counts, its target and who is short', async () => {
  renderPortal('/entra-mfa');
  expect(
    await screen.findByText(
      `${covered} of ${
        covered + uncovered
      } people counted have registered a strong method.`,
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

it('opens the people behind a part of the donut', async () => {
  renderPortal('/entra-mfa');
  const registered = await panel('Registered');
  await userEvent.click(
    registered.getByRole('link', { name: 'not registered' }),
  );
  const people = await panel('People');
  expect(await people.findByText(`${uncovered} people`)).toBeInTheDocument();
  expect(people.getByRole('radio', { name: /^Not registered/ })).toBeChecked();
});

it('keeps the day in every link of the page', async () => {
  renderPortal(`/entra-mfa?at=${past}`);
  expect(await screen.findByText(/^As of 3 Nov 2026/)).toBeInTheDocument();
  expect(screen.getByRole('tab', { name: 'People' })).toHaveAttribute(
    'href',
    `/entra-mfa/people?state=uncovered&at=${past}`,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Back to now' }));
  expect(screen.getByRole('tab', { name: 'People' })).toHaveAttribute(
    'href',
    '/entra-mfa/people?state=uncovered',
  );
});

it('gives the trend as a table too', async () => {
  renderPortal('/entra-mfa');
  const trend = await panel('Trend');
  await userEvent.click(trend.getByText('As a table'));
  const rows = within(await trend.findByRole('table')).getAllByRole('row');
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
  const api = new RecordedApi();
  renderPortal('/entra-mfa', { api });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Sync now' }),
  );
  expect(await screen.findByText(/^Sync started\./)).toBeInTheDocument();
  expect(api.last('startSync')?.path).toBe(`/tenants/${tenant}/sync`);
});

it('says why a sync could not be started', async () => {
  const api = new RecordedApi().fail('startSync', 409, 'One is under way');
  renderPortal('/entra-mfa', { api });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Sync now' }),
  );
  expect(
    await screen.findByText('The sync could not be started: One is under way'),
  ).toBeInTheDocument();
});

/** What was changed by a publish, between two moments that no recording has. */
const changesOfPublish: Parameters<RecordedApi['switch']>[1] = (
  answer,
  { query },
) =>
  query.limit === '1' && query.from?.includes('T')
    ? Response.json(new RecordedApi().all('getChanges')[0])
    : answer();

it('follows a sync that begins after it was asked for, and tells how it ended', async () => {
  const after = new RecordedApi('needs-attention').answer('getOverview', {});
  let readsSince: number | null = null;
  const api = new RecordedApi()
    .switch('getChanges', changesOfPublish)
    .switch('startSync', answer => {
      readsSince = 0;
      return answer();
    })
    .change('getOverview', before => {
      if (readsSince === null) return before;
      readsSince += 1;
      // The first answer after the request is still that of before.
      return readsSince > 1 ? after : before;
    });
  renderPortal('/entra-mfa', { api });
  expect(await screen.findByText('Healthy')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Sync now' }));
  expect(
    await screen.findByText('Needs attention', {}, { timeout: 10_000 }),
  ).toBeInTheDocument();
}, 15_000);

it('reads the rest of the page again when the figure is another snapshot’s', async () => {
  let reads = 0;
  const api = new RecordedApi().switch('getChanges', changesOfPublish);
  api.change('getOverview', body => {
    reads += 1;
    return {
      ...body,
      snapshot: { ...body.snapshot!, number: body.snapshot!.number + reads },
      freshness: {
        ...body.freshness,
        // While it runs, the page looks often.
        progress:
          reads > 1
            ? null
            : {
                run: 1,
                startedAt: body.snapshot!.at,
                dataSet: 'users',
                pages: 1,
                rows: 1,
                expectedRows: null,
                people: 0,
                expectedPeople: null,
                secondsLeft: null,
                waitedMs: 0,
              },
      },
    };
  });
  renderPortal('/entra-mfa', { api });
  await panel('Where the gap is');
  const before = api.sent.filter(({ route }) => route === 'getTeams').length;
  await waitFor(
    () =>
      expect(
        api.sent.filter(({ route }) => route === 'getTeams').length,
      ).toBeGreaterThan(before),
    { timeout: 10_000 },
  );
  expect(reads).toBeGreaterThan(1);
}, 15_000);

it('reads each part once when a signal tells of a publish', async () => {
  let isPublished = false;
  let pending = 0;
  let tell: Parameters<SignalApi['subscribe']>[1] | undefined;
  const slow = async (answer: () => Promise<Response>) => {
    // The headline is there first.
    pending += 1;
    if (isPublished) await new Promise(done => setTimeout(done, 200));
    pending -= 1;
    return answer();
  };
  const api = new RecordedApi()
    .switch('getMine', slow)
    .switch('getTeams', slow)
    .switch('getChanges', (answer, sent) =>
      slow(async () => changesOfPublish(answer, sent)),
    )
    .switch('getReviews', slow)
    .switch('getAttempts', slow)
    .change('getOverview', body =>
      isPublished
        ? {
            ...body,
            snapshot: { ...body.snapshot!, number: body.snapshot!.number + 1 },
            counts: {
              ...body.counts!,
              coverage: { ...body.counts!.coverage, permille: 999 },
            },
          }
        : body,
    );
  renderPortal('/entra-mfa', {
    api,
    signals: {
      subscribe: (_channel, onMessage) => {
        tell = message => onMessage(message as never);
        return { unsubscribe: () => {} };
      },
    },
  });
  await panel('Where the gap is');
  await waitFor(() => expect(api.answered).toBe(api.sent.length));
  const before = api.sent.length;
  isPublished = true;
  act(() => tell?.({}));
  expect((await screen.findAllByText('99.9 %')).length).toBeGreaterThan(0);
  await waitFor(() => expect(pending).toBe(0));
  const readSince = api.sent
    .slice(before)
    .map(({ path, query }) => `${path} ${JSON.stringify(query)}`);
  expect(readSince.join()).toContain('/teams');
  expect(readSince).toEqual([...new Set(readSince)]);
});

it('tells the analytics of the portal what is done, and of nobody', async () => {
  const analytics = mockApis.analytics();
  URL.createObjectURL = () => '';
  URL.revokeObjectURL = () => {};
  renderPortal('/entra-mfa/people?state=uncovered', {
    api: new RecordedApi().switch('getPeople', (answer, { query }) =>
      query.q ? new Promise(() => {}) : answer(),
    ),
    analytics,
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Export' }));
  await userEvent.click(
    await screen.findByRole('menuitem', { name: 'CSV with names' }),
  );
  await userEvent.click(screen.getByRole('radio', { name: /^Everyone/ }));
  await userEvent.type(
    screen.getByRole('searchbox', { name: /^Name or user/ }),
    'Ken',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Sync now' }));
  const events = () =>
    analytics
      .getEvents()
      .filter(({ action }) => action !== 'navigate')
      .map(({ action, subject, attributes, context }) => [
        ...[action, subject, attributes],
        context.pluginId,
      ])
      .sort();
  await waitFor(() =>
    expect(events()).toEqual(
      [
        ['export', 'exportPeople', { format: 'csv', names: true }, 'entra-mfa'],
        ['filter', 'state', undefined, 'entra-mfa'],
        ['search', 'q', undefined, 'entra-mfa'],
        ['click', 'startSync', undefined, 'entra-mfa'],
      ].sort(),
    ),
  );
  expect(JSON.stringify(events())).not.toMatch(/Ken/i);
});

it('speaks German where that is chosen, in its dates and decimals too', async () => {
  localStorage.setItem('language', 'de');
  renderPortal(`/entra-mfa?at=${past}`, {
    extensions: [
      {
        'api:app/app-language': {
          config: { availableLanguages: ['en', 'de'] },
        },
      },
    ],
  });
  expect(
    await screen.findByText(/^Stand 3\. Nov 2026: Momentaufnahme/),
  ).toBeInTheDocument();
  expect(
    await screen.findByRole('button', { name: 'Stand 3. Nov 2026' }),
  ).toBeInTheDocument();
  const then = healthy.answer('getOverview', {}, { at: past }).counts!;
  expect(
    screen.getAllByText(
      formatPermille(then.coverage.permille)!.replace('.', ','),
    ).length,
  ).toBeGreaterThan(0);
  expect(
    screen.getAllByRole('tab').map(({ textContent }) => textContent),
  ).toEqual([
    'Überblick',
    'Teams',
    'Personen',
    'Dienste',
    'Änderungen',
    'Compliance',
    'Verbindungen',
  ]);
  expect(
    screen.getByRole('heading', { name: 'MFA-Registrierung', level: 1 }),
  ).toBeInTheDocument();
});

it('shows the other tenant when it is chosen, and keeps it in the links', async () => {
  // Of the other tenant only the figures are recorded.
  const api = new RecordedApi('two-tenants')
    .silence('getTeams')
    .silence('getChanges')
    .silence('getBreakGlass');
  renderPortal('/entra-mfa', { api });
  await userEvent.click(
    await screen.findByRole('button', { name: /Contoso.*Tenant|Tenant/ }),
  );
  await userEvent.click(
    await screen.findByRole('option', { name: 'Fabrikam' }),
  );
  await waitFor(() =>
    expect(screen.getByRole('tab', { name: 'People' })).toHaveAttribute(
      'href',
      '/entra-mfa/people?state=uncovered&tenant=0a1b2c3d-0000-4000-8000-000000000002',
    ),
  );
});
