import { Button, Tag, TagGroup } from '@backstage/ui';
import {
  personMarks,
  personStates,
  scopeClasses,
  stateReasons,
  tierFilters,
  type Basis,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useBasis } from '../api/useBasis';
import { usePageParams } from '../navigation/usePageParams';
import { useRoles } from '../roles/useRoles';
import { useWords, type Words } from '../messages/useWords';
import type { FilterName, FilterValues } from '../navigation/filterValues';
import { titleOfRef } from '../navigation/titleOfRef';
import styles from './people.module.css';

interface Chip {
  id: string;
  label: string;
  without: FilterValues;
}

/** The word for a value of an open or hand-written URL: a value that is not known stays as it is. */
function wordIn<T extends string>(
  known: readonly T[],
  value: string,
  word: (value: T) => string,
): string {
  const found = known.find(candidate => candidate === value);
  return found === undefined ? value : word(found);
}

function labelOf(
  words: Words,
  basis: Basis,
  roleName: (id: string) => string,
  teamTitle: string | undefined,
  groupName: string | undefined,
  name: FilterName,
  value: string,
): string {
  const { t, state, reason, tierFilter, scopeClass, mark, method } = words;
  switch (name) {
    case 'state':
      return wordIn(personStates, value, found => state(found, basis));
    case 'reason':
      return t('people.filters.reason', {
        value: wordIn(stateReasons, value, reason),
      });
    case 'tier':
      return t('people.filters.tierChip', {
        value: wordIn(tierFilters, value, tierFilter),
      });
    case 'scopeClass':
      return wordIn(scopeClasses, value, scopeClass);
    case 'scopeRule':
      return t('people.filters.scopeRuleChip', { value });
    case 'mark':
      return wordIn(personMarks, value, mark);
    case 'method':
      return t('people.filters.method', { value: method(value) });
    case 'privileged':
      return t(
        value === 'true'
          ? 'people.filters.privileged'
          : 'people.filters.notPrivileged',
      );
    case 'role':
      return t('people.filters.roleChip', { value: roleName(value) });
    case 'roleKind':
      return t(
        value === 'eligible'
          ? 'people.filters.canActivate'
          : 'people.filters.holdsNow',
      );
    case 'inCatalog':
      return t(
        value === 'true'
          ? 'people.filters.inCatalog'
          : 'people.filters.notInCatalog',
      );
    case 'team':
      return t('people.filters.teamChip', {
        value: teamTitle ?? titleOfRef(value),
      });
    case 'group':
      return t('people.filters.groupChip', { value: groupName ?? value });
    case 'exception':
      return t('people.filters.exception');
    case 'subTeams':
      return t('people.filters.ownMembers');
    case 'minAgeDays':
      return t('people.filters.minAge', { count: Number(value) });
    case 'maxAgeDays':
      return t('people.filters.maxAge', { count: Number(value) });
    case 'noSignInDays':
      return t('people.filters.noSignIn', { count: Number(value) });
    default:
      return t('people.filters.query', { value });
  }
}

const lists: FilterName[] = [
  'state',
  'reason',
  'tier',
  'scopeClass',
  'scopeRule',
  'mark',
  'role',
];

function chipsOf(
  words: Words,
  basis: Basis,
  roleName: (id: string) => string,
  teamTitle: string | undefined,
  groupName: string | undefined,
  filter: FilterValues,
): Chip[] {
  const chips: Chip[] = [];
  for (const [key, joined] of Object.entries(filter)) {
    const name = key as FilterName;
    if (
      name === 'sort' ||
      name === 'order' ||
      (name === 'subTeams' && joined !== 'false')
    ) {
      continue;
    }
    const values = lists.includes(name) ? joined.split(',') : [joined];
    for (const value of values) {
      chips.push({
        id: `${name} ${value}`,
        label: labelOf(
          words,
          basis,
          roleName,
          teamTitle,
          groupName,
          name,
          value,
        ),
        without: {
          [name]: values.filter(other => other !== value).join(','),
          ...(name === 'team' ? { subTeams: undefined } : {}),
          ...(name === 'role' && values.length === 1
            ? { roleKind: undefined }
            : {}),
        },
      });
    }
  }
  return chips;
}

/** The name of a role; one that nobody has, as an address may name it, keeps its id. */
function useRoleName(): (id: string) => string {
  const { data } = useRoles(usePageParams());
  return id => data?.items?.find(role => role.id === id)?.name ?? id;
}

/** The filters in force, each removable by itself. */
export function FilterChips(props: {
  filter: FilterValues;
  /** What the team of the filter is called, where that is known. */
  teamTitle?: string;
  /** And its group of Entra. */
  groupName?: string;
  onChange: (values: FilterValues) => void;
  onClear: () => void;
}) {
  const words = useWords();
  const chips = chipsOf(
    words,
    useBasis(),
    useRoleName(),
    props.teamTitle,
    props.groupName,
    props.filter,
  );
  if (chips.length === 0) return null;
  return (
    <div className={styles.chips}>
      <TagGroup
        aria-label={words.t('people.filters.active')}
        onRemove={keys =>
          chips
            .filter(chip => keys.has(chip.id))
            .forEach(chip => props.onChange(chip.without))
        }
      >
        {chips.map(chip => (
          <Tag key={chip.id} id={chip.id} textValue={chip.label}>
            {chip.label}
          </Tag>
        ))}
      </TagGroup>
      <Button size="small" variant="tertiary" onPress={props.onClear}>
        {words.t('people.filters.clear')}
      </Button>
    </div>
  );
}
