import { ExportMenu } from '../components/ExportMenu';
import { useDayShown } from '../components/useDayShown';
import { usePageParams } from '../navigation/usePageParams';

/** Saves the exceptions of all states that the reader may see. */
export function ExceptionsExport(props: { disabled: boolean }) {
  const { tenant, at } = usePageParams();
  return (
    <ExportMenu
      of="exportExceptions"
      params={{}}
      query={{ tenant, at }}
      file={`mfa-exceptions-${useDayShown()}`}
      people
      disabled={props.disabled}
    />
  );
}
