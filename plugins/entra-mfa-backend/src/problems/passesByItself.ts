import type { ProblemCode } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { problemTable } from './problemTable';

const passing = new Set(
  problemTable.filter(({ passes }) => passes).map(({ code }) => code),
);

/** Whether the next sync may well succeed without anybody doing anything. */
export function passesByItself(code: ProblemCode): boolean {
  return passing.has(code);
}
