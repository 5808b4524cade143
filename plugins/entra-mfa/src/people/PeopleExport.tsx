import { ExportMenu } from '../components/ExportMenu';
import { useDayShown } from '../components/useDayShown';
import { usePageParams } from '../navigation/usePageParams';
import type { FilterValues } from '../navigation/filterValues';

/** Saves everybody whom the filter finds, all pages. */
export function PeopleExport(props: {
  filter: FilterValues;
  disabled: boolean;
}) {
  const { tenant, at } = usePageParams();
  return (
    <ExportMenu
      of="exportPeople"
      params={{}}
      query={{ ...props.filter, tenant, at }}
      file={`mfa-people-${useDayShown()}`}
      people
      disabled={props.disabled}
    />
  );
}
