import { ExportMenu } from '../components/ExportMenu';
import { useDayShown } from '../components/useDayShown';
import { usePageParams } from '../navigation/usePageParams';

/** Saves the exceptions of all states that the reader may see, or what a search finds of them. */
export function ExceptionsExport(props: {
  q: string | undefined;
  disabled: boolean;
}) {
  const { tenant, at } = usePageParams();
  return (
    <ExportMenu
      of="exportExceptions"
      params={{}}
      query={{ q: props.q, tenant, at }}
      file={`mfa-exceptions-${useDayShown()}`}
      people
      disabled={props.disabled}
    />
  );
}
