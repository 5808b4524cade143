import type { Storage } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { StoragePanel } from './StoragePanel';

const group = (
  id: Storage['groups'][number]['id'],
  rows: number,
  bytes: number | null,
  keptDays: number | null,
) => ({ id, rows, bytes, keptDays, tables: [] });

const having = (estimated: boolean) =>
  new RecordedApi().switch('getStorage', () =>
    Response.json({
      estimated,
      groups: [
        group('people', 1_204_500, 1_449_000_000, 400),
        group('history', 12, null, null),
      ],
    } satisfies Storage),
  );

it.each([
  [true, 'about 1,204,500', 'about 12'],
  [false, '1,204,500', '12'],
])('tells rows, size and window; estimated: %s', async (estimated, ...rows) => {
  renderPart(<StoragePanel />, having(estimated));
  const { getAllByRole } = await panel('What is kept');
  const cells = getAllByRole('row')
    .slice(1)
    .map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent));
  expect(cells).toEqual([
    [rows[0], '1.4 GB', '400 days'],
    [rows[1], '–', 'ever'],
  ]);
});
