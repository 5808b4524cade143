import { useApi } from '@backstage/core-plugin-api';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import { CsvMenu } from '../components/CsvMenu';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import type { FilterValues } from '../navigation/filterValues';

/** Saves everybody whom the filter finds, all pages, as CSV. */
export function CsvButton(props: { filter: FilterValues; disabled: boolean }) {
  const { t } = useWords();
  const api = useApi(entraMfaApiRef);
  const { tenant, at } = usePageParams();
  const day = at ?? new Date().toISOString().slice(0, 10);
  return (
    <CsvMenu
      of="exportPeople"
      label={t('people.csv')}
      file={`mfa-people-${day}`}
      disabled={props.disabled}
      load={names =>
        api.csv('exportPeople', {}, { ...props.filter, tenant, at, names })
      }
    />
  );
}
