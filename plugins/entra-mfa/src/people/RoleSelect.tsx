import { Select } from '@backstage/ui';
import { usePageParams } from '../navigation/usePageParams';
import { useRoles } from '../roles/useRoles';
import { useWords } from '../messages/useWords';
import type { FiltersProps } from '../navigation/FiltersProps';
import styles from '../components/filters.module.css';

/** Chooses the role that they hold or can activate; absent where nobody is known to have any. */
export function RoleSelect({ filter, onChange }: FiltersProps) {
  const { t } = useWords();
  const { data } = useRoles(usePageParams());
  const chosen = filter.role?.split(',') ?? [];
  const options = (data?.items ?? []).map(({ id, name }) => ({
    value: id,
    label: name ?? id,
  }));
  for (const id of chosen) {
    if (!options.some(({ value }) => value === id)) {
      options.unshift({ value: id, label: id });
    }
  }
  if (options.length === 0) return null;
  return (
    <Select
      className={styles.select}
      aria-label={t('people.filters.role')}
      placeholder={t('people.filters.role')}
      selectionMode="multiple"
      options={options}
      value={chosen}
      onChange={keys => {
        const role = Array.from(keys as Iterable<unknown>).join(',');
        onChange({ role, ...(role ? {} : { roleKind: undefined }) });
      }}
    />
  );
}
