import { printedTable } from '../__testUtils__/printedTable';
import { collectors, permissionTable } from '.';

it('stands in docs/permissions.md', () => {
  const { inPage, inCode } = printedTable(
    'permissions.md',
    'plugins/entra-mfa-backend/src/collectors',
    permissionTable(collectors),
  );
  expect(inPage).toEqual(inCode);
});
