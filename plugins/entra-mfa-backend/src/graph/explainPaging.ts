import { InvalidRowError } from '../collectors/InvalidRowError';
import { readingProblems } from '../problems/readingProblems';
import { tell } from '../problems/tell';
import type { Advice } from '../problems/types';
import {
  EndlessPagesError,
  ForeignAddressError,
  PageTokenExpiredError,
  WrongTenantError,
} from './errors';
import type { ProblemContext } from './types';

/** Says what to do about pages and rows that cannot be used. */
export function explainPaging(
  error: unknown,
  { tenantId, collector }: ProblemContext,
): Advice | null {
  const what = collector?.title ?? 'a data set';
  if (error instanceof PageTokenExpiredError) {
    return tell(readingProblems.pageTokenExpired, { what });
  }
  if (error instanceof ForeignAddressError) {
    return tell(readingProblems.foreignAddress, { host: error.host });
  }
  if (error instanceof EndlessPagesError) {
    const pages = String(error.pages);
    return tell(readingProblems.endlessPages, { what, pages });
  }
  if (error instanceof WrongTenantError) {
    const { answered } = error;
    return tell(readingProblems.wrongTenant, { answered, tenantId });
  }
  if (error instanceof InvalidRowError) {
    const { property, expected } = error;
    const row = String(error.row);
    return tell(readingProblems.wrongRow, { what, row, property, expected });
  }
  return null;
}
