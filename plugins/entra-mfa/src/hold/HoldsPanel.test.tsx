import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { momentOf } from '../../dev/testing/english';
import { HoldsPanel } from './HoldsPanel';

const title = 'Figures that were held';
const [hold] = healthy.answer('getHolds', { id: tenant }, { limit: 25 }).items;
const figure = (permille: number | null) => ({ ...hold.from, permille });

/** As the catalog calls who is known by the ref. */
const releasedBy = hold.releasedBy?.split('/')[1];

it('says of each what it fell from and to, what became of it and by whom', async () => {
  const api = new RecordedApi().change('getHolds', body => ({
    ...body,
    items: [
      { ...hold, from: figure(901), to: figure(702), people: 31 },
      {
        ...hold,
        run: 2,
        to: figure(null),
        outcome: 'recovered',
        releasedBy: null,
        reason: null,
      },
      { ...hold, run: 3, outcome: 'superseded', reason: null },
      { ...hold, run: 4, outcome: 'open', releasedBy: null },
    ],
  }));
  renderPart(<HoldsPanel tenant={tenant} />, api);
  const holds = await panel(title);
  const [head, ...rows] = holds
    .getAllByRole('row')
    .map(row => [...row.children].map(({ textContent }) => textContent));
  expect(head).toEqual([
    'Found',
    'Fall',
    'Fewer people',
    'What became of it',
    'Released by',
  ]);
  expect(rows[0]).toEqual([
    momentOf(hold.foundAt),
    '90.1 % → 70.2 %',
    '31',
    'released',
    `${releasedBy}: ${hold.reason}`,
  ]);
  expect(rows[1].slice(1)).toEqual([
    expect.stringMatching(/^\d+\.\d % → nothing$/),
    String(hold.people),
    'ended by itself',
    '–',
  ]);
  expect(rows[2].slice(3)).toEqual([
    'another figure was found',
    `${releasedBy}: `,
  ]);
  expect(rows[3].slice(3)).toEqual(['held', '–']);
  expect(api.last('getHolds')?.path).toBe(`/tenants/${tenant}/holds`);
  expect(holds.queryByRole('button')).toBeNull();
});

it('goes on to the next page', async () => {
  const api = new RecordedApi().switch('getHolds', (_, { query }) =>
    Response.json({
      items: [{ ...hold, run: query.cursor ? 2 : 1 }],
      pageInfo: { nextCursor: query.cursor ? null : 'next' },
    }),
  );
  renderPart(<HoldsPanel tenant={tenant} />, api);
  const holds = await panel(title);
  const next = holds.getByRole('button', { name: 'Next page' });
  await userEvent.click(next);
  await waitFor(() => expect(next).toBeDisabled());
  expect(api.last('getHolds')?.query.cursor).toBe('next');
});

it('is not there where nothing was held', async () => {
  const api = new RecordedApi().change('getHolds', body => ({
    ...body,
    items: [],
  }));
  renderPart(<HoldsPanel tenant={tenant} />, api);
  await screen.findByText('drawn');
  expect(screen.queryByRole('heading', { name: title })).toBeNull();
});
