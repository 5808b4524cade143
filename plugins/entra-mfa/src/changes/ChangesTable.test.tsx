import { screen, within } from '@testing-library/react';
import {
  changeKinds,
  type Change,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { momentOf } from '../../dev/testing/english';
import { ChangesTable } from './ChangesTable';

const { items } = healthy.answer('getChanges', {}, { limit: 25, count: true });
const change = items.find(({ before, after }) => before && after)!;
const side = change.after!;

async function rowsOf(changes: Partial<Change>[]) {
  renderPart(
    <ChangesTable
      items={changes.map((one, index) => ({
        ...change,
        id: `id-${index}`,
        ...one,
      }))}
      isStale={false}
      values={{}}
      onChange={() => {}}
      paging={{
        offset: 0,
        size: 25,
        total: changes.length,
        onNext: undefined,
        onPrevious: undefined,
        onSize: () => {},
      }}
      above={null}
      empty={null}
    />,
  );
  const [head, ...rows] = await screen.findAllByRole('row');
  return {
    head,
    rows,
    texts: rows.map(row =>
      [...row.children].map(({ textContent }) => textContent),
    ),
  };
}

it('shows how somebody was and is, in which team, and when it happened', async () => {
  const { head, rows, texts } = await rowsOf([
    {
      kind: 'lost',
      before: {
        ...side,
        registered: true,
        tier: 'phone',
        state: 'covered',
        reason: 'registered',
      },
      after: {
        ...side,
        registered: false,
        tier: 'none',
        state: 'uncovered',
        reason: 'not-registered',
      },
      teams: [
        { ref: 'group:default/a', title: 'A' },
        { ref: 'group:default/b', title: 'B' },
      ],
      at: '2026-11-16T09:00:00Z',
    },
  ]);
  expect(
    screen.getByRole('group', { name: 'What changed' }),
  ).toBeInTheDocument();
  expect([...head.children].map(({ textContent }) => textContent)).toEqual([
    'Person',
    'Change',
    'Before',
    'After',
    'Team',
    'When',
  ]);
  expect(texts).toEqual([
    [
      `${side.displayName}${side.userPrincipalName}`,
      'lost',
      'registeredphone',
      'not registered',
      'A, B',
      '16 Nov 2026',
    ],
  ]);
  expect(within(rows[0]).getByRole('link')).toHaveAttribute(
    'href',
    `/entra-mfa/people/${tenant}/id-0`,
  );
  expect(within(rows[0]).getByText('16 Nov 2026')).toHaveAttribute(
    'title',
    momentOf('2026-11-16T09:00:00Z'),
  );
});

it('says who came, who left and who was called otherwise', async () => {
  const { rows, texts } = await rowsOf([
    { kind: 'joined', before: null, after: side },
    { kind: 'left', before: side, after: null, teams: [] },
    {
      kind: 'renamed',
      before: { ...side, displayName: 'Old Name' },
      after: { ...side, displayName: 'New Name' },
    },
  ]);
  expect(texts[0].slice(1, 3)).toEqual(['joined', 'not in the directory']);
  expect(texts[1][0]).toBe(`${side.displayName}${side.userPrincipalName}`);
  expect(texts[1].slice(3, 5)).toEqual(['not in the directory', 'no team']);
  expect(within(rows[1]).queryByRole('link')).toBeNull();
  expect(texts[2][0]).toBe(`New Name${side.userPrincipalName}was Old Name`);
  expect(texts[0][0]).not.toContain('was');
});

it('has a word and a meaning of its own for each kind', async () => {
  const { rows } = await rowsOf(changeKinds.map(kind => ({ kind })));
  const told = rows.map(row => {
    const label = row.querySelector('td span')!;
    return [label.textContent, label.getAttribute('title')];
  });
  expect(new Set(told.map(([word]) => word)).size).toBe(changeKinds.length);
  expect(new Set(told.map(([, meaning]) => meaning)).size).toBe(
    changeKinds.length,
  );
  expect(told[0]).toEqual([
    'lost',
    'registered before, and not registered now',
  ]);
});
