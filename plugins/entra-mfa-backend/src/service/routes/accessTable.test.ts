import { printedTable } from '../../__testUtils__/printedTable';
import { accessTable, auditTable } from './accessTable';
import { routeTable } from './routeTable';

const from = 'plugins/entra-mfa-backend/src/service/routes';

it.each([
  ['permissions.md', accessTable],
  ['operations.md', auditTable],
])('stands in docs/%s', (page, table) => {
  const { inPage, inCode } = printedTable(
    page,
    from,
    table(Object.values(routeTable)),
  );
  expect(inPage).toEqual(inCode);
});
