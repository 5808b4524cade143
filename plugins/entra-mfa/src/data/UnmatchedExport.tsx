import type { Unmatched } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ExportMenu } from '../components/ExportMenu';
import { useDayShown } from '../components/useDayShown';
import { usePageParams } from '../navigation/usePageParams';

/** Saves what of one kind belongs to nobody. */
export function UnmatchedExport(props: {
  kind: Unmatched['items'][number]['kind'];
}) {
  const { tenant, at } = usePageParams();
  const { kind } = props;
  return (
    <ExportMenu
      of="exportUnmatched"
      params={{}}
      query={{ tenant, at, kind }}
      file={`mfa-unmatched-${kind}-${useDayShown()}`}
      people
    />
  );
}
