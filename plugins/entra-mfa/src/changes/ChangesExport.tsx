import { ExportMenu } from '../components/ExportMenu';
import { useDayShown } from '../components/useDayShown';
import type { ChangesValues } from '../navigation/changesNames';
import { usePageParams } from '../navigation/usePageParams';

/** Saves who changed, of the kinds that are chosen. */
export function ChangesExport(props: {
  values: ChangesValues;
  disabled: boolean;
}) {
  const { tenant } = usePageParams();
  return (
    <ExportMenu
      of="exportChanges"
      params={{}}
      query={{ ...props.values, tenant }}
      file={`mfa-changes-${useDayShown()}`}
      people
      disabled={props.disabled}
    />
  );
}
