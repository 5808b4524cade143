import { useDeferredValue, useState } from 'react';
import { Select } from '@backstage/ui';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import type { FiltersProps } from '../navigation/FiltersProps';
import { titleOfRef } from '../navigation/titleOfRef';
import { useTeamOptions } from './useTeamOptions';
import styles from '../components/filters.module.css';

/** Chooses the team; the server searches, so that any number of teams can be found. */
export function TeamSelect({ filter, onChange }: FiltersProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const { data } = useTeamOptions(usePageParams(), useDeferredValue(text));
  const options = (data?.items ?? []).map(team => ({
    value: team.ref,
    label: team.title,
  }));
  if (filter.team && !options.some(({ value }) => value === filter.team)) {
    options.unshift({ value: filter.team, label: titleOfRef(filter.team) });
  }
  return (
    <Select
      className={styles.select}
      aria-label={t('people.filters.team')}
      placeholder={t('people.filters.team')}
      options={options}
      search={{
        mode: 'server',
        inputValue: text,
        onInputChange: setText,
        placeholder: t('people.filters.findTeam'),
      }}
      value={filter.team ?? null}
      onChange={key => onChange({ team: key ? String(key) : undefined })}
    />
  );
}
