import { Select } from '@backstage/ui';
import type { ServiceGroup } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { SearchText } from '../components/SearchText';
import { useWords } from '../messages/useWords';
import type { ServicesFilter } from '../navigation/servicesFilter';
import { useServiceWords } from './useServiceWords';
import styles from '../components/filters.module.css';

/** Chooses kinds, lifecycles and tiers, of those that there are, and finds by name. */
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
      <SearchText
        value={filter.q}
        onChange={q => onChange({ q })}
        label={t('services.search')}
        placeholder={t('services.search')}
      />
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
    </div>
  );
}
