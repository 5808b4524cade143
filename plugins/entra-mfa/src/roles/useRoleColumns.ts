import type {
  RolesStatus,
  RoleSummary,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useBasis } from '../api/useBasis';
import { inScope } from '../navigation/filterValues';
import type { FilterValues } from '../navigation/filterValues';
import { useWords } from '../messages/useWords';
import { whatIsKnown } from './whatIsKnown';

/** A column of figures: what it shows of a role, and the filter that finds the same people. */
export interface RoleColumn {
  id: string;
  label: string;
  /** What the heading means, as its tooltip. */
  hint?: string;
  /** Whether a narrow screen does without it. */
  isExtra?: boolean;
  filter: FilterValues;
  /** Whether there cannot be more than it says. */
  isWhole: boolean;
  /** Null where it is not shown. */
  valueOf(role: RoleSummary): number | null;
}

const states = ['covered', 'uncovered', 'unknown', 'exempt'] as const;

/**
 * The columns of the list of roles; one of who is exempt only where anybody is.
 *
 * @param status - what was read of roles
 */
export function useRoleColumns(
  roles: readonly RoleSummary[],
  status: RolesStatus,
): RoleColumn[] {
  const known = whatIsKnown(status);
  const { t, state } = useWords();
  const basis = useBasis();
  const anyExempt = roles.some(({ all }) => all !== null && all.exempt > 0);
  return [
    {
      id: 'active',
      label: t('roles.list.active'),
      hint: t('roles.list.activeHint'),
      filter: { roleKind: 'active', state: inScope },
      isWhole: known.active,
      valueOf: ({ active }) => active && active.people,
    },
    {
      id: 'eligible',
      label: t('roles.list.eligible'),
      hint: t('roles.list.eligibleHint'),
      filter: { roleKind: 'eligible', state: inScope },
      isWhole: known.all,
      valueOf: ({ eligible }) => eligible && eligible.people,
    },
    {
      id: 'people',
      label: t('roles.list.people'),
      hint: t('roles.list.peopleHint'),
      isExtra: true,
      filter: { state: inScope },
      isWhole: known.all,
      valueOf: ({ all }) => all && all.people,
    },
    ...states
      .filter(value => value !== 'exempt' || anyExempt)
      .map(
        (value): RoleColumn => ({
          id: value,
          label: state(value, basis),
          isExtra: value === 'covered',
          filter: { state: value },
          isWhole: known.all,
          valueOf: ({ all }) => all && all[value],
        }),
      ),
    {
      id: 'out-of-scope',
      label: state('out-of-scope', basis),
      hint: t('roles.list.outOfScopeHint'),
      isExtra: true,
      filter: { state: 'out-of-scope' },
      isWhole: known.all,
      valueOf: ({ outOfScope }) => outOfScope,
    },
  ];
}
