import type {
  RoleFigure,
  RoleSummary,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { yesNo, type Columns } from '../Cell';

const figures = {
  people: 'people',
  covered: 'covered',
  uncovered: 'not covered',
  unknown: 'not known',
  exempt: 'exempt',
} as const satisfies Record<keyof RoleFigure, string>;

function figureColumns(
  name: string,
  figureOf: (role: RoleSummary) => RoleFigure | null,
): Columns<RoleSummary> {
  return Object.fromEntries(
    Object.entries(figures).map(([key, words]) => [
      `${name}: ${words}`,
      role => figureOf(role)?.[key as keyof RoleFigure] ?? null,
    ]),
  );
}

/** What a file tells of a role. What is hidden from the caller is empty. */
export const roleColumns: Columns<RoleSummary> = {
  Role: role => role.name,
  'Role id': role => role.id,
  Privileged: role => yesNo(role.privileged),
  'Built in': role => yesNo(role.builtIn),
  'Figures hidden': role => yesNo(role.hidden),
  ...figureColumns('Holds or can activate', role => role.all),
  ...figureColumns('Holds now', role => role.active),
  ...figureColumns('Can activate', role => role.eligible),
  'Not counted': role => role.outOfScope,
};
