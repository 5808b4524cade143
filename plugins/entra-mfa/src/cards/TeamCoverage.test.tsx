import { screen, within } from '@testing-library/react';
import {
  formatPermille,
  securityInfoUrls,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { dayOf } from '../../dev/testing/english';
import { dailyPoints, lastDays } from '../overview/dailyPoints';
import type { ShownTeam } from '../teams/shownTeam';
import { TeamCoverage } from './TeamCoverage';

const teamNamed = (name: string) =>
  healthy.answer('getTeam', {
    kind: 'group',
    namespace: 'default',
    name,
  }) as ShownTeam;

const payments = teamNamed('payments');
const { covered, uncovered, permille } = payments.coverage;
const search = `team=group%3Adefault%2Fpayments`;

/** The team with nobody left who is not covered. */
const everyone: ShownTeam = {
  ...payments,
  coverage: { ...payments.coverage, uncovered: 0, permille: 1000 },
};

it('draws the coverage against its target', async () => {
  renderPart(<TeamCoverage team={payments} />);
  const bar = await screen.findByRole('img', {
    name: `MFA coverage of Payments: ${formatPermille(permille)}, target 95 %`,
  });
  expect([...bar.children].map(part => part.getAttribute('style'))).toEqual([
    `width: ${permille! / 10}%;`,
    'left: 95%;',
  ]);
  expect(
    screen.getByText(`${covered} of ${covered + uncovered} registered`),
  ).toBeInTheDocument();
});

it('says of a figure that it was made from the methods of each person', async () => {
  const mark = /· From each person’s methods; Microsoft’s report needs/;
  renderPart(
    <>
      <TeamCoverage team={payments} />
      <TeamCoverage
        team={{
          ...payments,
          freshness: { ...payments.freshness, fromMethods: true },
        }}
      />
    </>,
  );
  expect(await screen.findAllByText(mark)).toHaveLength(1);
});

describe('how it went', () => {
  const days = lastDays(dailyPoints(payments.series), 90);
  const [first] = days;
  const last = days[days.length - 1];

  it('is a line, and is told in words', async () => {
    renderPart(<TeamCoverage team={payments} />);
    const figures = days.map(day => day.permille);
    const [from, to] = [first, last].map(({ at }) => dayOf(at));
    const [begin, end, low, high] = [
      first.permille,
      last.permille,
      Math.min(...figures),
      Math.max(...figures),
    ].map(formatPermille);
    const line = await screen.findByRole('img', {
      name: `Coverage from ${from} to ${to}: ${begin} to ${end}, between ${low} and ${high}, target 95 %`,
    });
    expect(
      line.querySelector('.line')!.getAttribute('d')!.split('H'),
    ).toHaveLength(days.length);
    expect(
      screen.getByText(
        `+${((last.permille - first.permille) / 10).toFixed(
          1,
        )} points from ${begin} on ${from}`,
      ),
    ).toBeInTheDocument();
  });

  it.each([
    [0, 'Two more syncs on different days and there will be a line.'],
    [1, 'One more sync on another day and there will be a line.'],
  ])('needs more than %s days', async (length, text) => {
    const series = payments.series.slice(0, length);
    renderPart(<TeamCoverage team={{ ...payments, series }} />);
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(screen.getAllByRole('img')).toHaveLength(1);
  });
});

it('says who more there is to look at, and when the target is reached', async () => {
  renderPart(<TeamCoverage team={{ ...payments, unknown: 2 }} />);
  expect(await screen.findByText('2 more are not known')).toBeInTheDocument();
  expect(
    screen.getByText(
      `${
        payments.phoneEnds![0].count
      } more only have a phone: blocked from 1 Feb 2027`,
    ),
  ).toBeInTheDocument();
  expect(screen.getByText(/^At this pace 95 % is reached/)).toBeInTheDocument();
  expect(screen.getByText(/^Sub-teams:/)).toBeInTheDocument();
});

it('says who is at risk and not registered, with a list for who may see names', async () => {
  const words = /at risk (is|are) not registered$/;
  const having = (atRiskUncovered: number): ShownTeam => ({
    ...payments,
    counts: { ...payments.counts, atRiskUncovered },
  });
  renderPart(
    <>
      <TeamCoverage team={having(1)} />
      <TeamCoverage team={{ ...having(2), names: 'hidden' }} />
      <TeamCoverage team={having(0)} />
    </>,
  );
  const link = await screen.findByRole('link', { name: words });
  expect(link).toHaveAttribute(
    'href',
    expect.stringContaining(`${search}&state=uncovered&mark=at-risk`),
  );
  expect(screen.getAllByText(words)).toHaveLength(2);
});

describe('who tried and failed', () => {
  const words = /tried to in the last 30 days and failed$/;

  it('is counted, and opens its list', async () => {
    renderPart(<TeamCoverage team={payments} />);
    const link = await screen.findByRole('link', { name: words });
    expect(link).toHaveTextContent(
      `${payments.counts.marks['tried-and-failed']} who are not registered`,
    );
    expect(link).toHaveAttribute(
      'href',
      expect.stringContaining(`${search}&mark=tried-and-failed&state=`),
    );
  });

  it('is counted without a list for who sees no names, and not spoken of where nobody did', () => {
    renderPart(<TeamCoverage team={{ ...payments, names: 'hidden' }} />);
    expect(screen.getByText(words)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: words })).toBeNull();
    const counts = { ...payments.counts, marks: {} };
    renderPart(<TeamCoverage team={{ ...payments, counts }} />);
    expect(screen.getAllByText(words)).toHaveLength(1);
  });
});

it('does not speak of more people where there are none', async () => {
  renderPart(
    <TeamCoverage
      team={{ ...payments, unknown: 0, phoneOnly: 0, forecast: null }}
    />,
  );
  await screen.findByText('drawn');
  expect(screen.queryByText(/not known|only ha|At this pace/)).toBeNull();
});

it('shows in a team of which everyone is registered how strong they are', async () => {
  renderPart(<TeamCoverage team={everyone} />);
  expect(
    await screen.findByText(`All ${covered} people are registered.`),
  ).toBeInTheDocument();
  expect(screen.getAllByText('phishing-resistant')).toHaveLength(1);
  expect(
    screen.getByText(
      `${
        payments.phoneEnds![0].count
      } only have a phone: blocked from 1 Feb 2027`,
    ),
  ).toBeInTheDocument();
  expect(screen.queryByRole('img')).toBeNull();
  expect(screen.queryByText('Not registered')).toBeNull();
  expect(screen.queryByText(/^At this pace/)).toBeNull();
});

it.each([
  [0, 0, { bar: false, tiers: false, names: false, more: false }],
  [1, 0, { bar: false, tiers: true, names: false, more: true }],
  [0, 1, { bar: true, tiers: false, names: true, more: true }],
  [2, 5, { bar: true, tiers: false, names: true, more: true }],
])(
  'shows of %s who are registered and %s who are not what there is: %j',
  async (yes, no, parts) => {
    const coverage = { ...payments.coverage, covered: yes, uncovered: no };
    renderPart(<TeamCoverage team={{ ...payments, coverage, unknown: 1 }} />);
    await screen.findByRole('link', { name: /^Reaches/ });
    expect({
      bar: screen.queryByRole('img', { name: /^MFA coverage/ }) !== null,
      tiers: screen.queryByText('phishing-resistant') !== null,
      names: screen.queryByText('Not registered') !== null,
      more: screen.queryByText('1 more is not known') !== null,
    }).toEqual(parts);
    expect(screen.queryByText(/^At this pace/) !== null).toBe(parts.bar);
  },
);

it('counts one person who has only a phone', async () => {
  renderPart(
    <TeamCoverage
      team={{
        ...payments,
        phoneOnly: 1,
        phoneEnds: [{ date: '2027-02-01', count: 1 }],
      }}
    />,
  );
  expect(
    await screen.findByText('1 more only has a phone: blocked from 1 Feb 2027'),
  ).toBeInTheDocument();
});

it('shows of one person what they reach and where to look on', async () => {
  renderPart(<TeamCoverage team={{ ...payments, people: 1 }} />);
  expect(
    await screen.findByRole('link', { name: /^Reaches/ }),
  ).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'See all' })).toBeInTheDocument();
});

it('shows how many of a team have no tier', async () => {
  const of = { ...everyone, counts: { ...everyone.counts, noTier: 6 } };
  renderPart(<TeamCoverage team={of} />);
  const tier = (await screen.findAllByText('no report row')).find(
    ({ tagName }) => tagName === 'LI',
  );
  expect(tier).toHaveTextContent('no report row6');
});

it('says its figure against the target', async () => {
  renderPart(<TeamCoverage team={payments} />);
  expect(
    await screen.findByText('target 95 %', { selector: 'span' }),
  ).toBeInTheDocument();
});

it('says how many lost their registration, with their list', async () => {
  const { counts } = healthy.answer(
    'getChanges',
    {},
    { team: payments.ref, kind: 'lost', limit: 1 },
  );
  renderPart(<TeamCoverage team={payments} />);
  expect(
    await screen.findByRole('link', {
      name: `${
        counts!.lost
      } people lost their registrations in the last 7 days`,
    }),
  ).toHaveAttribute(
    'href',
    `/entra-mfa/changes?kind=lost&${search}&tenant=${tenant}`,
  );
});

it('is silent where nobody did', async () => {
  const api = new RecordedApi().change('getChanges', body => ({
    ...body,
    counts: { ...body.counts!, lost: 0 },
  }));
  renderPart(<TeamCoverage team={payments} />, api);
  await screen.findByRole('link', { name: /^Reaches/ });
  expect(screen.queryByText(/lost their/)).toBeNull();
});

describe('what the team reaches', () => {
  const groups = healthy.answer(
    'getTeamServices',
    { kind: 'group', namespace: 'default', name: 'payments' },
    { limit: 1 },
  ).groups!;
  const [group] = groups;
  const sum = (some: typeof groups) =>
    some.reduce((all, { count }) => all + count, 0);
  const components = groups.filter(({ kind }) => kind === 'component');

  it('is counted, and opens its list', async () => {
    renderPart(<TeamCoverage team={payments} />);
    const production = components.filter(
      ({ lifecycle }) => lifecycle === 'production',
    );
    expect(
      await screen.findByRole('link', {
        name: `Reaches ${sum(components)} components, ${sum(
          production,
        )} of them in production, and ${
          sum(groups) - sum(components)
        } other entities`,
      }),
    ).toHaveAttribute('href', `/entra-mfa/services?${search}&tenant=${tenant}`);
  });

  it.each<[string, Partial<(typeof groups)[number]>[]]>([
    [
      'Reaches 1 component, 0 in production',
      [{ kind: 'component', lifecycle: 'experimental', count: 1 }],
    ],
    [
      'Reaches 4 components, 3 of them in production, and 1 other entity',
      [
        { kind: 'component', lifecycle: 'production', count: 3 },
        { kind: 'component', lifecycle: null, count: 1 },
        { kind: 'api', lifecycle: 'production', count: 1 },
      ],
    ],
    [
      'Reaches 5 entities of the catalog',
      [{ kind: 'api', lifecycle: 'production', count: 5 }],
    ],
  ])('says: %s', async (name, of) => {
    const api = new RecordedApi().change('getTeamServices', body => ({
      ...body,
      groups: of.map(one => ({ ...group, ...one })),
    }));
    renderPart(<TeamCoverage team={payments} />, api);
    expect(await screen.findByRole('link', { name })).toBeInTheDocument();
  });

  it('is not spoken of where it is nothing', async () => {
    const api = new RecordedApi().change('getTeamServices', body => ({
      ...body,
      groups: [],
    }));
    renderPart(<TeamCoverage team={payments} />, api);
    await screen.findByText(/lost their registrations/);
    expect(screen.queryByText(/^Reaches/)).toBeNull();
  });
});

describe('at its foot', () => {
  it('says when it was read, and leads to all and to how to register', async () => {
    renderPart(<TeamCoverage team={payments} />);
    const read = await screen.findByText('read 12 min ago');
    expect(read).toHaveAttribute('datetime', payments.freshness.readAt!);
    expect(read.parentElement).toHaveTextContent(/^read 12 min ago$/);
    expect(screen.getByRole('link', { name: 'See all' })).toHaveAttribute(
      'href',
      `/entra-mfa/people?${search}&tenant=${tenant}`,
    );
    expect(
      screen.getByRole('link', { name: 'How to register' }),
    ).toHaveAttribute('href', securityInfoUrls.global);
  });

  it('says that the figures are old', async () => {
    const freshness = { ...payments.freshness, stale: true };
    renderPart(<TeamCoverage team={{ ...payments, freshness }} />);
    const read = await screen.findByText('read 12 min ago');
    expect(read.parentElement).toHaveTextContent(
      'read 12 min ago: These figures are old',
    );
  });

  it('says nothing of a read that never was', async () => {
    const freshness = { ...payments.freshness, readAt: null };
    renderPart(<TeamCoverage team={{ ...payments, freshness }} />);
    await screen.findByText('drawn');
    expect(screen.queryByText(/^read /)).toBeNull();
  });

  it('offers no list of names to who may not see them', async () => {
    renderPart(<TeamCoverage team={{ ...payments, names: 'hidden' }} />);
    await screen.findByRole('link', { name: 'How to register' });
    expect(screen.queryByRole('link', { name: 'See all' })).toBeNull();
  });
});

it('has neither figures nor links for a team of nobody', async () => {
  const api = renderPart(<TeamCoverage team={teamNamed('facilities')} />);
  const card = (await screen.findByText('drawn'))
    .previousElementSibling as HTMLElement;
  expect(within(card).queryByRole('img')).toBeNull();
  expect(within(card).queryByRole('link')).toBeNull();
  expect(within(card).queryByRole('list')).toBeNull();
  expect(card).not.toHaveTextContent(/forecast|pace|%/);
  expect(api.last('getTeamServices')).toBeUndefined();
});

describe('over tenants', () => {
  const { children, tenant: contoso, snapshot } = payments;
  const [{ coverage: some }] = children;
  const item = (name: string, coverage: typeof some, stale = false) => ({
    tenant: { ...contoso, id: name, name },
    snapshot,
    readAt: snapshot.at,
    stale,
    team: {
      ...children[0],
      ref: payments.ref,
      hidden: coverage === null,
      anyNames: name === 'Contoso',
      coverage,
    },
  });
  const figure = (all: number, short: number) => ({
    ...{ covered: all, uncovered: short, permille: 750, short, met: null },
  });
  const answering = (answer: object) => {
    const api = new RecordedApi();
    api.switch('getTeamTenants', async () =>
      Response.json(routes.getTeamTenants.response.parse(answer)),
    );
    return api;
  };
  const several = { ...payments, otherTenants: 2 };
  const read = async () =>
    within(await screen.findByRole('group', { name: 'Over tenants' }));

  it('stands beside each other, with one line of all', async () => {
    const api = answering({
      items: [
        item('Contoso', figure(3, 1)),
        item('Fabrikam', figure(4, 0)),
        item('Old', figure(1, 1), true),
        item('Small', null),
      ],
      total: {
        tenants: ['Contoso', 'Fabrikam'],
        ...{ people: 9, covered: 7, uncovered: 1, permille: 875, short: 1 },
      },
    });
    renderPart(<TeamCoverage team={several} />, api);
    const table = await read();
    const rows = table
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent);
    expect(rows).toEqual([
      'Contoso3 of 475.0 %1',
      'Fabrikam4 of 475.0 %0',
      expect.stringMatching(/^OldStale: read .* ago1 of 275\.0 %1$/),
      'Smallnot shown––',
      'Total of 27 of 887.5 %1',
    ]);
    const [link, ...others] = table.getAllByRole('link');
    expect(others).toEqual([]);
    expect(link).toHaveAttribute('href', expect.stringContaining(search));
    expect(link).toHaveAttribute(
      'href',
      expect.stringContaining('tenant=Contoso'),
    );
    expect(
      screen.getByText(/two people here\. What is stale or not shown/),
    ).toBeInTheDocument();
  });

  it('says nothing where one tenant alone has people of it', async () => {
    const api = answering({
      items: [item('Contoso', figure(3, 1))],
      total: null,
    });
    renderPart(<TeamCoverage team={several} />, api);
    await screen.findByText(/^See all$/);
    expect(screen.queryByRole('group', { name: 'Over tenants' })).toBeNull();
  });

  it('is not asked for where one tenant is read', async () => {
    const api = renderPart(<TeamCoverage team={payments} />);
    await screen.findByText(/^See all$/);
    expect(api.last('getTeamTenants')).toBeUndefined();
  });
});
