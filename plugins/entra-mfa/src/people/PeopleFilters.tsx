import { useEffect, useState } from 'react';
import { SearchField, Select } from '@backstage/ui';
import { RiSortDesc } from '@remixicon/react';
import {
  personMarks,
  personSorts,
  personStates,
  scopeClasses,
  tierFilters,
  type StateReason,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useBasis } from '../api/useBasis';
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

/** The text filter: typed at once, asked for when the typing rests. */
function TextFilter({ filter, onChange }: FiltersProps) {
  const { t } = useWords();
  const [text, setText] = useState(filter.q ?? '');
  useEffect(() => setText(filter.q ?? ''), [filter.q]);
  useEffect(() => {
    if (text.trim() === (filter.q ?? '')) return undefined;
    const timer = setTimeout(() => onChange({ q: text.trim() }), 300);
    return () => clearTimeout(timer);
  }, [text, filter.q, onChange]);
  return (
    <SearchField
      className={styles.text}
      size="small"
      aria-label={t('people.search')}
      placeholder={t('people.find')}
      value={text}
      onChange={setText}
    />
  );
}

/** Chooses alternatives of one filter. */
function Choices(
  props: FiltersProps & {
    name: FilterName;
    label: string;
    options: { value: string; label: string }[];
  },
) {
  const { name, label, options, filter, onChange } = props;
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
  },
) {
  const { t, state, reason, tierFilter, mark, scopeClass } = useWords();
  const basis = useBasis();
  const { filter, onChange } = props;
  return (
    <div className={styles.filters}>
      <TextFilter {...props} />
      <Choices
        {...props}
        name="state"
        label={t('people.filters.state')}
        options={personStates.map(value => ({
          value,
          label: state(value, basis),
        }))}
      />
      <Choices
        {...props}
        name="reason"
        label={t('people.filters.reasonLabel')}
        options={unknownReasons.map(value => ({ value, label: reason(value) }))}
      />
      <Choices
        {...props}
        name="tier"
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
        label={t('people.filters.mark')}
        options={personMarks.map(value => ({ value, label: mark(value) }))}
      />
      <Choices
        {...props}
        name="scopeClass"
        label={t('people.filters.scopeClass')}
        options={scopeClasses.map(value => ({
          value,
          label: scopeClass(value),
        }))}
      />
      <Select
        className={styles.select}
        aria-label={t('people.filters.sort')}
        icon={<RiSortDesc />}
        options={personSorts.map(value => ({
          value,
          label: t(`people.sort.${value}`),
        }))}
        value={filter.sort ?? 'privileged'}
        onChange={key => onChange({ sort: String(key) })}
      />
    </div>
  );
}
