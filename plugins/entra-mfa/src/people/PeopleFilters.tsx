import { Select } from '@backstage/ui';
import {
  personMarks,
  personStates,
  scopeClasses,
  tierFilters,
  type People,
  type PersonState,
  type StateReason,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useBasis } from '../api/useBasis';
import { SearchText } from '../components/SearchText';
import { useWords } from '../messages/useWords';
import type { FiltersProps } from '../navigation/FiltersProps';
import type { FilterName } from '../navigation/filterValues';
import { RoleSelect } from './RoleSelect';
import { TeamSelect } from '../teams/TeamSelect';
import styles from '../components/filters.module.css';

/** Why somebody is not known, or not registered without a row: other reasons say what the state says. */
const unknownReasons = [
  'no-row-yet',
  'no-row',
  'no-licence',
  'no-permission',
  'not-read',
  'report-empty',
  'missing-property',
  'external-method',
  'certificate-scope',
] as const satisfies readonly StateReason[];

/** Chooses alternatives of one filter. */
function Choices(
  props: FiltersProps & {
    name: FilterName;
    label: string;
    options: { value: string; label: string }[];
    /** How many people each option would find; nothing while that is not known. */
    counts?: readonly { value: string; count: number }[];
  },
) {
  const { name, label, counts, filter, onChange } = props;
  const { t } = useWords();
  const options = props.options.map(option => ({
    ...option,
    label: counts
      ? t('people.filters.option', {
          label: option.label,
          count: counts.find(({ value }) => value === option.value)?.count ?? 0,
        })
      : option.label,
  }));
  return (
    <Select
      className={styles.select}
      aria-label={label}
      placeholder={label}
      selectionMode="multiple"
      options={options}
      value={filter[name]?.split(',') ?? []}
      onChange={keys =>
        onChange({ [name]: Array.from(keys as Iterable<unknown>).join(',') })
      }
    />
  );
}

/** The row of filters above the list. */
export function PeopleFilters(
  props: FiltersProps & {
    /** Whether the list is of one team anyway. */
    isOfTeam?: boolean;
    /** How many people each choice would find. */
    facets?: People['facets'];
  },
) {
  const { t, state, reason, tierFilter, mark, scopeClass } = useWords();
  const basis = useBasis();
  const { facets, filter } = props;
  const states = filter.state?.split(',') ?? [];
  /** Whether a filter can find anybody of the states that are asked for, or is in force anyway. */
  const isUseful = (name: FilterName, of: readonly PersonState[]) =>
    filter[name] !== undefined ||
    states.length === 0 ||
    of.some(one => states.includes(one));
  return (
    <div className={styles.filters}>
      <SearchText
        value={props.filter.q}
        onChange={q => props.onChange({ q })}
        label={t('people.search')}
        placeholder={t('people.find')}
      />
      <Choices
        {...props}
        name="state"
        counts={facets?.state}
        label={t('people.filters.state')}
        options={personStates.map(value => ({
          value,
          label: state(value, basis),
        }))}
      />
      {isUseful('reason', ['uncovered', 'unknown']) && (
        <Choices
          {...props}
          name="reason"
          counts={facets?.reason}
          label={t('people.filters.reasonLabel')}
          options={unknownReasons.map(value => ({
            value,
            label: reason(value),
          }))}
        />
      )}
      <Choices
        {...props}
        name="tier"
        counts={facets?.tier}
        label={t('people.filters.tier')}
        options={tierFilters.map(value => ({
          value,
          label: tierFilter(value),
        }))}
      />
      {!props.isOfTeam && <TeamSelect {...props} />}
      <RoleSelect {...props} />
      <Choices
        {...props}
        name="mark"
        counts={facets?.mark}
        label={t('people.filters.mark')}
        options={personMarks.map(value => ({ value, label: mark(value) }))}
      />
      {isUseful('scopeClass', ['out-of-scope']) && (
        <Choices
          {...props}
          name="scopeClass"
          counts={facets?.scopeClass}
          label={t('people.filters.scopeClass')}
          options={scopeClasses.map(value => ({
            value,
            label: scopeClass(value),
          }))}
        />
      )}
      {facets && facets.scopeRule.length > 0 && (
        <Choices
          {...props}
          name="scopeRule"
          counts={facets.scopeRule}
          label={t('people.filters.scopeRule')}
          options={facets.scopeRule.map(({ value }) => ({
            value,
            label: value,
          }))}
        />
      )}
    </div>
  );
}
