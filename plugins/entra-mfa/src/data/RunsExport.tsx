import { ExportMenu } from '../components/ExportMenu';
import { useDayShown } from '../components/useDayShown';
import { usePageParams } from '../navigation/usePageParams';

/** Saves every read. */
export function RunsExport() {
  const { tenant, at } = usePageParams();
  return (
    <ExportMenu
      of="exportRuns"
      params={{}}
      query={{ tenant, at }}
      file={`mfa-runs-${useDayShown()}`}
    />
  );
}
