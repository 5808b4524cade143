import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, past, personWho, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { dayOf, momentOf } from '../../dev/testing/english';
import { Why } from '../components/Why';
import { PersonExplanation } from './PersonExplanation';
import { PersonHistory } from './PersonHistory';
import { PersonRecords } from './PersonRecords';

const { id } = personWho(({ state }) => state === 'uncovered');
const path = `/entra-mfa/people/${tenant}/${id}`;
const detail = healthy.answer('getPerson', { tenant, id });
const { person } = detail;

it('says first who it is, and how they are counted', async () => {
  const api = new RecordedApi();
  renderPortal(path, { api });
  const heading = await screen.findByRole('heading', {
    name: person.displayName,
  });
  const head = heading.parentElement!;
  expect(
    within(head).getByText('no strong method is registered'),
  ).toBeInTheDocument();
  expect(head).toHaveTextContent(
    `${person.displayName}${person.userPrincipalName}not registeredno strong method is registered`,
  );
  expect(screen.getByRole('link', { name: 'Back to people' })).toHaveAttribute(
    'href',
    '/entra-mfa/people',
  );
  // Where one tenant is read, nobody is asked for others.
  expect(api.last('getPersonTenants')).toBeUndefined();
});

it('says in which other tenants they are, with the state there', async () => {
  const other = {
    ...person,
    ...{ tenant: 'fabrikam', id: 'other', state: 'covered' as const },
    ...{ reason: 'registered' as const, marks: ['at-risk' as const] },
  };
  const api = new RecordedApi()
    .change('getOverview', body => ({
      ...body,
      tenants: [
        ...body.tenants,
        { ...body.tenants[0], id: 'fabrikam', name: 'Fabrikam' },
      ],
    }))
    .switch('getPersonTenants', () =>
      Response.json({
        items: [
          {
            tenant: { ...detail.tenant, id: 'fabrikam', name: 'Fabrikam' },
            snapshot: detail.snapshot,
            stale: true,
            person: other,
          },
        ],
      }),
    );
  renderPortal(path, { api });
  const list = await screen.findByRole('list', { name: 'In other tenants' });
  expect(list).toHaveTextContent(
    'Also in Fabrikam: registered at risk · stale figures',
  );
  expect(within(list).getByRole('link')).toHaveAttribute(
    'href',
    '/entra-mfa/people/fabrikam/other?tenant=fabrikam',
  );
});

it('asks for the person of the day that is shown', async () => {
  const api = new RecordedApi();
  const [then] = healthy
    .all('getPerson')
    .filter(({ snapshot }) => dayOf(snapshot.at).startsWith('31 Oct'));
  renderPortal(`/entra-mfa/people/${tenant}/${then.person.id}?at=${past}`, {
    api,
  });
  await screen.findByRole('heading', { name: then.person.displayName });
  expect(api.last('getPerson')?.query).toEqual({ at: past });
});

it('says what went wrong', async () => {
  const api = new RecordedApi().fail('getPerson', 404, 'Nobody of that id');
  renderPortal(path, { api });
  expect(await screen.findByText('Nobody of that id')).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: 'History' })).toBeNull();
});

it('tries again when asked', async () => {
  const api = new RecordedApi().fail('getPerson', 503, 'No database');
  renderPortal(path, { api });
  const again = await screen.findByRole('button', { name: 'Try again' });
  expect(document.querySelector('.bui-Skeleton')).toBeNull();
  api.change('getPerson', body => body);
  await userEvent.click(again);
  expect(
    await screen.findByRole('heading', { name: person.displayName }),
  ).toBeInTheDocument();
});

it('names the permission that names need', async () => {
  const api = new RecordedApi().fail('getPerson', 403);
  renderPortal(path, { api });
  expect(await screen.findByText('entra-mfa.people.read')).toBeInTheDocument();
});

it.each([
  ['Finance', 'Finance'],
  [null, 'g-1'],
])(
  'says through which Entra group somebody is exempt: %s',
  async (name, told) => {
    const exception = {
      id: 'e-1',
      until: '2026-12-31',
      approvedBy: 'user:default/ines',
      entraGroup: { id: 'g-1', name },
    };
    renderPart(
      <p>
        <Why person={{ ...person, reason: 'exception', exception }} />
      </p>,
    );
    const found = await screen.findByText(/through the Entra group/);
    expect(found.textContent).toBe(
      `until 31 Dec 2026, through the Entra group ${told} (approved by ines)`,
    );
  },
);

it('explains by the rule that decided, and folds the others in their order, with the facts that each looked at', async () => {
  renderPart(
    <PersonExplanation
      detail={{
        assessedBy: { code: 3, today: 3 },
        explanation: [
          { rule: 'a', text: 'First.', outcome: 'passed', facts: {} },
          {
            rule: 'b',
            text: 'Second.',
            outcome: 'decided',
            facts: { flag: false, names: ['x', 'y'], none: null, text: 'z' },
          },
          {
            rule: 'c',
            text: 'Third.',
            outcome: 'not-asked',
            facts: { only: 1 },
          },
        ],
      }}
    />,
  );
  const why = await panel('Why counted so');
  expect(
    why.getAllByRole('listitem').map(({ textContent }) => textContent),
  ).toEqual([
    'Second. decidedflag: falsenames: x, ynone: nulltext: z',
    'First. passed',
    'Third. not askedonly: 1',
  ]);
  expect(why.getByText(/Second/)).toBeVisible();
  expect(why.getByText(/First/)).not.toBeVisible();
  await userEvent.click(why.getByText('2 other rules did not decide'));
  expect(why.getByText(/First/)).toBeVisible();
  expect(why.queryByText(/version/)).toBeNull();
});

it('says that the rules have changed since, by their versions', async () => {
  renderPart(
    <PersonExplanation
      detail={{ assessedBy: { code: 3, today: 5 }, explanation: [] }}
    />,
  );
  const why = await panel('Why counted so');
  expect(
    why.getByText(
      /^This is shown as it was evaluated then, by version 3 of the rules\. Today’s is 5,/,
    ),
  ).toBeInTheDocument();
});

it('shows the rows behind it, as they were read', async () => {
  renderPart(
    <PersonRecords
      isNow
      records={[
        {
          dataSet: 'users',
          key: id,
          run: 7,
          readAt: '2026-11-21T08:12:30Z',
          body: { displayName: 'Ada', methods: [], mail: null },
        },
        { ...detail.records[0], dataSet: 'registrations' },
      ]}
    />,
  );
  const rows = await panel('The rows behind it');
  await rows.findAllByText(/last read/);
  const [first, second] = rows.getAllByRole('heading', { level: 3 });
  expect(first.textContent).toBe(
    'users unchanged since 21 Nov 2026 (run 7), last read 12 min ago',
  );
  expect(within(first).getByText(/^unchanged/)).toHaveAttribute(
    'title',
    momentOf('2026-11-21T08:12:30Z'),
  );
  expect(second).toHaveTextContent(/^registrations unchanged since /);
  const raw = [...first.parentElement!.querySelectorAll('dl > div')];
  expect(raw.map(({ textContent }) => textContent)).toEqual([
    'displayNameAda',
    'methods[]',
    'mailnull',
  ]);
  expect(rows.queryByText('No row was read for this person.')).toBeNull();
});

it('says of rows of a past day only since when they were so', async () => {
  renderPart(<PersonRecords records={detail.records} />);
  const rows = await panel('The rows behind it');
  expect(rows.getAllByText(/^unchanged since/)).toHaveLength(
    detail.records.length,
  );
  expect(rows.queryByText(/last read/)).toBeNull();
});

it('says that no row was read', async () => {
  renderPart(<PersonRecords records={[]} />);
  const rows = await panel('The rows behind it');
  expect(
    rows.getByText('No row was read for this person.'),
  ).toBeInTheDocument();
});

it('shows what the person was counted as, newest first', async () => {
  const [entry] = detail.history;
  renderPart(
    <PersonHistory
      history={[
        {
          ...entry,
          snapshot: 3,
          from: '2026-05-06T00:00:00Z',
          to: null,
          state: 'covered',
          reason: 'registered',
          tier: 'app-or-token',
          methods: ['microsoftAuthenticatorPush', 'palmPrint'],
          kind: 'gained',
        },
        {
          ...entry,
          snapshot: 2,
          from: '2026-03-04T00:00:00Z',
          to: '2026-05-06T00:00:00Z',
          state: 'unknown',
          reason: 'no-row-yet',
          tier: null,
          methods: [],
          kind: null,
        },
      ]}
    />,
  );
  const history = await panel('History');
  const [head, ...rows] = history.getAllByRole('row');
  expect(head).toHaveTextContent('FromStateStrengthMethods');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    '6 May 2026until nowregistereda strong method is registeredgainedapp or tokenMicrosoft Authenticator, palmPrint',
    '4 Mar 2026until 6 May 2026not knownno report row yetno report rowno report row',
  ]);
  expect(within(rows[0]).getByText('6 May 2026')).toHaveAttribute(
    'title',
    momentOf('2026-05-06T00:00:00Z'),
  );
  expect(within(rows[0]).getByText('gained')).toHaveAttribute(
    'title',
    'not registered before, and registered now',
  );
  expect(history.getByRole('group', { name: 'History' })).toBeInTheDocument();
});
