import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { Mine, Team } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { contoso, healthy, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { renderPart } from '../../dev/testing/renderPart';
import { EntityEntraMfaGroupCard } from './EntityEntraMfaGroupCard';
import { EntityEntraMfaGroupContent } from './EntityEntraMfaGroupContent';
import { NextActs } from './NextActs';

const teamNamed = (name: string): Team =>
  healthy.answer('getTeam', { kind: 'group', namespace: 'default', name });

const payments = teamNamed('payments');
const ofPayments = `team=group%3Adefault%2Fpayments`;

const copied: string[] = [];
beforeEach(() => {
  copied.length = 0;
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      writeText: async (text: string) => {
        copied.push(text);
      },
    },
  });
});

const leading = (teams: Mine['teams'], api = new RecordedApi()) =>
  api.change('getMine', mine => ({ ...mine, teams }));

it('copies the addresses of everybody who is not registered, over all pages', async () => {
  const [first, second, third] = healthy.answer(
    'getPeople',
    {},
    { sort: 'name', limit: 30 },
  ).items;
  const api = new RecordedApi().switch('getPeople', (_, { query }) =>
    Response.json({
      ...healthy.answer('getPeople', {}, { sort: 'name', limit: 30 }),
      items: query.cursor ? [third] : [first, second],
      pageInfo: { nextCursor: query.cursor ? null : 'next' },
    }),
  );
  renderPart(<NextActs team={payments} />, api);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Copy addresses' }),
  );
  expect(await screen.findByText('3 addresses copied')).toBeInTheDocument();
  expect(copied).toEqual([
    [first, second, third].map(one => one.userPrincipalName).join('; '),
  ]);
  expect(api.last('getPeople')?.query).toEqual({
    team: payments.ref,
    tenant,
    state: 'uncovered',
    sort: 'name',
    limit: '200',
    cursor: 'next',
  });
});

it('says that the addresses could not be copied', async () => {
  const api = new RecordedApi().fail('getPeople', 503, 'No database');
  renderPart(<NextActs team={payments} />, api);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Copy addresses' }),
  );
  expect(
    await screen.findByText('The addresses could not be copied: No database'),
  ).toBeInTheDocument();
  expect(copied).toEqual([]);
});

describe('the text to hand on', () => {
  const open = async (targetDate: string | null = null) => {
    const api = new RecordedApi().change('getMine', mine => ({
      ...mine,
      targetDate,
    }));
    renderPart(<NextActs team={payments} />, api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Text to hand on' }),
    );
    return within(await screen.findByRole('dialog'));
  };

  it('says what to register, where and until the day that is set', async () => {
    const dialog = await open('2026-12-31');
    const text = await dialog.findByDisplayValue(/Please register a strong/);
    const { value } = text as HTMLTextAreaElement;
    expect(value).toContain(`your ${contoso.name} account`);
    expect(value).toContain(`1. Open ${contoso.securityInfoUrl} and sign in.`);
    expect(value).toContain('Please do it by 31 Dec 2026.');
    expect(value).not.toContain('{{');
    await userEvent.click(
      dialog.getByRole('button', { name: 'Copy the text' }),
    );
    expect(await screen.findByText('The text is copied')).toBeInTheDocument();
    expect(copied).toEqual([value]);
  });

  it('names a day in two weeks where none is set, or it has passed', async () => {
    const dialog = await open('2026-11-01');
    expect(
      await dialog.findByDisplayValue(/by 5 Dec 2026\./),
    ).toBeInTheDocument();
  });

  it('is in the other language when that is chosen', async () => {
    const dialog = await open('2026-12-31');
    await userEvent.click(dialog.getByRole('button', { name: /Language/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Deutsch' }),
    );
    expect(
      await dialog.findByDisplayValue(
        /Bitte registrieren Sie eine starke Anmeldemethode.*Bitte tun Sie das bis 31\. Dez.*2026\./s,
      ),
    ).toBeInTheDocument();
  });
});

it('saves a file with the names of a team of one’s own', async () => {
  const api = leading([payments]).switch(
    'exportPeople',
    () => new Response('Name\n'),
  );
  URL.createObjectURL = () => 'blob:';
  URL.revokeObjectURL = () => {};
  renderPart(<NextActs team={payments} />, api);
  await userEvent.click(
    await screen.findByRole('button', { name: 'CSV with names' }),
  );
  await screen.findByText('drawn');
  expect(api.last('exportPeople')?.query).toEqual({
    team: payments.ref,
    tenant,
    state: 'uncovered',
    names: 'true',
  });
});

it.each<[string, Partial<Team>]>([
  ['names are hidden', { names: 'hidden' }],
  ['figures are hidden', { hidden: true }],
  [
    'everyone is registered',
    { coverage: { ...payments.coverage!, uncovered: 0 } },
  ],
])('is not there where %s', async (_, change) => {
  const api = renderPart(<NextActs team={{ ...payments, ...change }} />);
  await screen.findByText('drawn');
  expect(screen.queryByRole('button')).toBeNull();
  // Nor is anything asked that only it needs.
  expect(api.last('getMine')).toBeUndefined();
});

it('asks who leads in the tenant of the team', async () => {
  const api = renderPart(<NextActs team={payments} />);
  await screen.findByRole('button', { name: 'Text to hand on' });
  expect(api.sent.filter(({ route }) => route === 'getMine')).toEqual([
    expect.objectContaining({ query: { tenant } }),
  ]);
});

describe('on the team’s card and page', () => {
  const show = (Part: () => JSX.Element, api: RecordedApi) =>
    renderInPortal(
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Group',
          metadata: { name: 'payments', namespace: 'default' },
        }}
      >
        <Part />
      </EntityProvider>,
      { api },
    );

  it('stands on the card', async () => {
    show(EntityEntraMfaGroupCard, new RecordedApi());
    expect(
      await screen.findByRole('button', { name: 'Copy addresses' }),
    ).toBeInTheDocument();
  });

  it('has lists behind its counts', async () => {
    const api = new RecordedApi();
    show(
      EntityEntraMfaGroupCard,
      api.change('getTeam', team => ({ ...team, unknown: 2 })),
    );
    const { covered, uncovered } = payments.coverage!;
    expect(
      await screen.findByRole('link', {
        name: `${covered} of ${covered + uncovered} registered`,
      }),
    ).toHaveAttribute(
      'href',
      `/entra-mfa/people?${ofPayments}&state=covered&tenant=${tenant}`,
    );
    expect(
      screen.getByRole('link', { name: '2 more are not known' }),
    ).toHaveAttribute(
      'href',
      `/entra-mfa/people?${ofPayments}&state=unknown&tenant=${tenant}`,
    );
    expect(
      screen.getAllByRole('link', { name: /only (has|have) a phone/ })[0],
    ).toHaveAttribute(
      'href',
      `/entra-mfa/people?${ofPayments}&mark=phone-only&state=covered%2Cuncovered%2Cunknown%2Cexempt&tenant=${tenant}`,
    );
  });

  it('asks for an exception where a name stands, and says where one waits', async () => {
    show(EntityEntraMfaGroupCard, new RecordedApi());
    const barbara = await screen.findByRole('link', { name: 'Barbara Haddad' });
    expect(
      await within(barbara.closest('li')!).findByText(
        'an exception is asked for',
      ),
    ).toBeInTheDocument();
    const alan = screen
      .getByRole('link', { name: 'Alan Jansen' })
      .closest('li')!;
    await userEvent.click(
      within(alan).getByRole('button', {
        name: 'Ask for an exception for Alan Jansen',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('Alan Jansen')).toBeInTheDocument();
  });

  it('has them above the lists of its page', async () => {
    const api = new RecordedApi().silence('getPeople').silence('getTeams');
    show(EntityEntraMfaGroupContent, api);
    expect(
      await screen.findByRole('button', { name: 'Copy addresses' }),
    ).toBeInTheDocument();

    // Below them, the controls of the team.
    const { card, findByRole } = await panel('Controls of this team');
    const { controls, ofTenant } = healthy.answer('getTeamControls', {
      ...{ kind: 'group', namespace: 'default', name: 'payments' },
    });
    const line = within(await findByRole('row', { name: /^MFA-01 / }));
    const { status, results } = controls.find(({ id }) => id === 'MFA-01')!;
    expect(status).toBe('not-met');
    expect(line.getByText('not met')).toBeInTheDocument();
    expect(line.getByText(/ of .*, target/)).toHaveTextContent(
      `${results[0].count} of ${results[0].of}`,
    );
    expect(line.getByRole('link', { name: 'See who' })).toHaveAttribute(
      'href',
      `/entra-mfa/people?state=uncovered&${ofPayments}`,
    );
    expect(card).toHaveTextContent(
      `${ofTenant} controls are of the tenant alone`,
    );
  });

  it('says nothing of controls to who may not see them', async () => {
    const api = new RecordedApi()
      .silence('getPeople')
      .silence('getTeams')
      .fail('getTeamControls', 403, 'Not allowed');
    show(EntityEntraMfaGroupContent, api);
    await screen.findByRole('button', { name: 'Copy addresses' });
    await waitFor(() => expect(api.last('getTeamControls')).toBeDefined());
    await waitFor(() =>
      expect(screen.queryByText('Controls of this team')).toBeNull(),
    );
  });
});
