import { usePermission } from '@backstage/plugin-permission-react';
import { entraMfaHoldReleasePermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { usePagedList } from '../api/usePagedList';
import { EntityName } from '../components/EntityName';
import { DataTable } from '../components/DataTable';
import { Moment } from '../components/Moment';
import { Pager } from '../components/Pager';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { doubtedText, heldFigure } from './heldFigure';

function Holds({ tenant }: { tenant: string }) {
  const words = useWords();
  const { t, count } = words;
  const { data, paging } = usePagedList(
    'getHolds',
    { id: tenant },
    {},
    { list: 'holds' },
  );
  const holds = data?.items ?? [];
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
                ? t('hold.history.releasedBy', {
                    user: <EntityName of={hold.releasedBy} />,
                    reason: hold.reason ?? '',
                  })
                : '–'}
            </td>
          </tr>
        ))}
      </DataTable>
      <Pager paging={paging} rows={holds.length} />
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
