import { Select } from '@backstage/ui';
import { RiSortDesc } from '@remixicon/react';
import {
  serviceSorts,
  type ServiceGroup,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import type { ServicesFilter } from '../navigation/servicesFilter';
import { useServiceWords } from './useServiceWords';
import styles from './services.module.css';

/** Chooses kinds, lifecycles and tiers, of those that there are, and the order. */
export function ServicesFilters(props: {
  groups: ServiceGroup[];
  filter: ServicesFilter;
  onChange: (values: ServicesFilter) => void;
}) {
  const { t } = useWords();
  const words = useServiceWords();
  const { groups, filter, onChange } = props;
  return (
    <div className={styles.filters}>
      {(['kind', 'lifecycle', 'tier'] as const).map(name => {
        const values = new Set([
          ...groups.map(group => group[name]),
          ...(filter[name]?.split(',') ?? []),
        ]);
        values.delete(null);
        const options = [...values]
          .filter(value => value !== null)
          .sort()
          .map(value => ({
            value,
            label: name === 'kind' ? words.kind(value) : value,
          }));
        return (
          options.length > 0 && (
            <Select
              key={name}
              className={styles.select}
              aria-label={t(`services.${name}`)}
              placeholder={t(`services.${name}`)}
              selectionMode="multiple"
              options={options}
              value={filter[name]?.split(',') ?? []}
              onChange={keys =>
                onChange({
                  [name]: Array.from(keys as Iterable<unknown>).join(','),
                })
              }
            />
          )
        );
      })}
      <Select
        className={styles.select}
        aria-label={t('services.sort.label')}
        icon={<RiSortDesc />}
        options={serviceSorts.map(value => ({
          value,
          label: t(`services.sort.${value}`),
        }))}
        value={filter.sort ?? 'uncovered'}
        onChange={key => onChange({ sort: String(key) })}
      />
    </div>
  );
}
