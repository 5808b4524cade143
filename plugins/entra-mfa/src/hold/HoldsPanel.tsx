import { usePermission } from '@backstage/plugin-permission-react';
import { entraMfaHoldReleasePermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useList } from '../api/useList';
import { DataTable } from '../components/DataTable';
import { Moment } from '../components/Moment';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { doubtedText, heldFigure } from './heldFigure';

function Holds({ tenant }: { tenant: string }) {
  const words = useWords();
  const { t, count } = words;
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useList(
    'getHolds',
    { id: tenant },
    { limit: 10 },
  );
  const holds = data?.pages.flatMap(page => page.items) ?? [];
  if (holds.length === 0) return null;
  return (
    <Panel title={t('hold.history.title')}>
      <DataTable
        label={t('hold.history.title')}
        columns={[
          { label: t('hold.history.found') },
          { label: t('hold.history.fall') },
          { label: t('hold.history.people'), isNumber: true },
          { label: t('hold.history.outcome') },
          { label: t('hold.history.by') },
        ]}
        more={
          hasNextPage
            ? {
                label: t('data.unmatched.more'),
                isPending: isFetchingNextPage,
                onPress: () => fetchNextPage(),
              }
            : undefined
        }
      >
        {holds.map(hold => (
          <tr key={hold.run}>
            <th scope="row">
              <Moment iso={hold.foundAt}>{words.momentOf(hold.foundAt)}</Moment>
            </th>
            <td>
              {hold.dataSets
                ? doubtedText(words, hold.dataSets)
                : `${heldFigure(words, hold.from)} → ${heldFigure(
                    words,
                    hold.to,
                  )}`}
            </td>
            <td style={{ textAlign: 'right' }}>{count(hold.people)}</td>
            <td>{t(`hold.history.${hold.outcome}`)}</td>
            <td>
              {hold.releasedBy
                ? `${hold.releasedBy}: ${hold.reason ?? ''}`
                : '–'}
            </td>
          </tr>
        ))}
      </DataTable>
    </Panel>
  );
}

/** Figures that were held, who released them and why: for who may release one. */
export function HoldsPanel({ tenant }: { tenant: string }) {
  const { allowed } = usePermission({
    permission: entraMfaHoldReleasePermission,
  });
  return allowed ? <Holds tenant={tenant} /> : null;
}
