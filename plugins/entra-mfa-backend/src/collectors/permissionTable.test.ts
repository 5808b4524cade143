import { printedTable } from '../__testUtils__/printedTable';
import { everyCollector, permissionTable } from '.';

it('stands in docs/permissions.md', () => {
  const { inPage, inCode } = printedTable(
    'permissions.md',
    'plugins/entra-mfa-backend/src/collectors',
    permissionTable(everyCollector),
  );
  expect(inPage).toEqual(inCode);
});
