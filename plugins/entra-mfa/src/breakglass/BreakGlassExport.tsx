import { ExportMenu } from '../components/ExportMenu';
import { useDayShown } from '../components/useDayShown';
import { usePageParams } from '../navigation/usePageParams';

/** Saves every check of every account, for whoever has to show that they are looked after. */
export function BreakGlassExport() {
  const { tenant, at } = usePageParams();
  return (
    <ExportMenu
      of="exportBreakGlass"
      params={{}}
      query={{ tenant, at }}
      file={`mfa-break-glass-${useDayShown()}`}
      people
    />
  );
}
