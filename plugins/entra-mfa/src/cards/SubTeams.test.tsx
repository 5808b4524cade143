import { screen, within } from '@testing-library/react';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { SubTeams } from './SubTeams';

const payments = healthy.answer('getTeam', {
  kind: 'group',
  namespace: 'default',
  name: 'payments',
});
const [first, second] = payments.children;
const having = (
  children: typeof payments.children,
  names: typeof payments.names = 'visible',
) => ({ ...payments, children, names });

it('lists the sub-teams, each with its own count and its page', async () => {
  const nobody = { ...first.coverage!, covered: 0, uncovered: 0 };
  renderPart(
    <SubTeams
      team={having(
        [
          first,
          second,
          {
            ...first,
            ref: 'group:default/empty',
            title: 'Empty',
            coverage: nobody,
          },
          {
            ...first,
            ref: 'group:default/tiny',
            title: 'Tiny',
            coverage: null,
          },
        ],
        'hidden',
      )}
    />,
  );
  const line = await screen.findByText(/^Sub-teams:/);
  const count = ({ coverage }: typeof first) =>
    `${coverage!.covered} of ${coverage!.covered + coverage!.uncovered}`;
  expect(line.textContent).toBe(
    `Sub-teams: ${first.title} ${count(first)} · ${second.title} ${count(
      second,
    )} · Empty nobody · Tiny not shown`,
  );
  expect(
    within(line)
      .getAllByRole('link')
      .map(link => link.getAttribute('href')),
  ).toEqual(
    [
      first.title.toLowerCase(),
      second.title.toLowerCase(),
      'empty',
      'tiny',
    ].map(name => `/catalog/default/group/${name}`),
  );
});

it('says nothing of a team that has none', async () => {
  renderPart(<SubTeams team={having([])} />);
  await screen.findByText('drawn');
  expect(screen.queryByText(/^Sub-teams/)).toBeNull();
});

it('has a list behind each count, for who may see whom it counts', async () => {
  renderPart(<SubTeams team={having([first])} />);
  const { covered, uncovered } = first.coverage!;
  expect(
    await screen.findByRole('link', {
      name: `${covered} of ${covered + uncovered}`,
    }),
  ).toHaveAttribute(
    'href',
    `/entra-mfa/people?team=${encodeURIComponent(
      first.ref,
    )}&state=covered&tenant=${tenant}`,
  );
});
