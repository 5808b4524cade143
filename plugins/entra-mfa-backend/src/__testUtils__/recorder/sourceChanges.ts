import { GraphRequestError } from '../../graph/errors';
import { reportRow } from '../rows';
import { cast } from './cast';
import type { ContosoSource } from './ContosoSource';
import { otherTenantId } from './contoso';

const requestId = '9f1c6f0e-1111-4222-8333-444455556666';

/** Graph refuses data sets from here on, for want of a permission. */
export function refuse(...dataSets: string[]) {
  return (source: ContosoSource) => {
    source.before = dataSet => {
      if (!dataSets.includes(dataSet)) return;
      const error = new GraphRequestError(
        403,
        'Authorization_RequestDenied',
        null,
        false,
      );
      error.requestIds = [requestId];
      error.calls = 1;
      throw error;
    };
  };
}

/** The report says of everybody what `change` makes of their row. */
function rewriteReport(change: (row: object) => object) {
  return (source: ContosoSource) => {
    const { registrations = [] } = source.pages;
    source.pages.registrations = registrations.map(page =>
      page.map(row => change(row as object)),
    );
  };
}

const isCovered = (row: object) =>
  'isMfaRegistered' in row && row.isMfaRegistered === true;

/** Half of those who had registered read as if they had not. */
export function halfLost(): (source: ContosoSource) => void {
  let seen = 0;
  return rewriteReport(row => {
    if (!isCovered(row)) return row;
    seen += 1;
    return seen % 2 === 0
      ? {
          ...row,
          isMfaRegistered: false,
          isMfaCapable: false,
          methodsRegistered: [],
        }
      : row;
  });
}

/** Everybody has registered, also who had no row. */
export function everybodyRegistered(source: ContosoSource): void {
  const missing = cast.filter(({ has }) => has === 'norow');
  source.pages.registrations?.push(
    missing.map(({ number }) => reportRow(number)),
  );
  rewriteReport(row =>
    isCovered(row)
      ? row
      : {
          ...row,
          isMfaRegistered: true,
          isMfaCapable: true,
          methodsRegistered: ['hardwareOneTimePasscode'],
        },
  )(source);
}

/** Another tenant, of a few people. */
export function fabrikam(source: ContosoSource): void {
  const { users = [], registrations = [] } = source.pages;
  source.pages = {
    ...source.pages,
    organization: [[{ id: otherTenantId, displayName: 'Fabrikam' }]],
    users: users.slice(0, 1),
    registrations: registrations.slice(0, 1),
  };
  source.people = source.pages.users?.flat().length;
}

/** Nobody is enabled. */
export function allDisabled(source: ContosoSource): void {
  const { users = [] } = source.pages;
  source.pages.users = users.map(page =>
    page.map(row => ({ ...(row as object), accountEnabled: false })),
  );
}
