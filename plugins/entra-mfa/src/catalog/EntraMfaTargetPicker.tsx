import { useEffect, useState } from 'react';
import {
  useEntityList,
  type DefaultEntityFilters,
} from '@backstage/plugin-catalog-react';
import { Select } from '@backstage/ui';
import { useWords } from '../messages/useWords';
import { TargetFilter } from './TargetFilter';
import { tagTargets } from './teamTag';

type Filters = DefaultEntityFilters & { entraMfaTarget?: TargetFilter };

/**
 * A filter of the catalog: Groups by how they stand against their target of MFA registration. It shows while Groups are
 * listed, since no other kind is tagged so.
 *
 * @public
 */
export function EntraMfaTargetPicker() {
  const { t } = useWords();
  const { filters, updateFilters, queryParameters } = useEntityList<Filters>();
  const [chosen, setChosen] = useState(() =>
    [queryParameters.entraMfaTarget ?? []].flat(),
  );
  const isShown = filters.kind?.value.toLowerCase() === 'group';
  useEffect(() => {
    updateFilters({
      entraMfaTarget:
        isShown && chosen.length > 0 ? new TargetFilter(chosen) : undefined,
    });
  }, [isShown, chosen, updateFilters]);
  if (!isShown) return null;
  return (
    <Select
      label={t('catalog.filter')}
      placeholder={t('catalog.all')}
      selectionMode="multiple"
      options={tagTargets.map(value => ({
        value,
        label: t(`catalog.option.${value}`),
      }))}
      value={chosen}
      onChange={keys => setChosen(Array.from(keys as Iterable<string>))}
    />
  );
}
