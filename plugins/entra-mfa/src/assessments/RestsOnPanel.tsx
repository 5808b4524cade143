import { Link } from '@backstage/ui';
import { type Assessment } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useSeesFigures } from '../api/useSeesFigures';
import { DataTable } from '../components/DataTable';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import table from '../components/table.module.css';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';

/** What an assessment rests on, by type, and the way to it. */
export function RestsOnPanel({ assessment }: { assessment: Assessment }) {
  const { t, count } = useWords();
  const links = useLinks(usePageParams());
  const seesFigures = useSeesFigures();
  const { pins, tenant, result, fingerprint } = assessment;
  const title = t('assessments.rests.title');
  if (pins.items.length === 0) {
    return (
      <Panel title={title}>
        <p className={shared.smallLine}>
          {t(
            fingerprint
              ? 'assessments.rests.nothing'
              : 'assessments.rests.none',
          )}
        </p>
      </Panel>
    );
  }
  return (
    <Panel
      title={title}
      aside={
        seesFigures &&
        result.snapshots && (
          <Link
            href={links.evidence(
              tenant.id,
              result.snapshots.lastAt.slice(0, 10),
            )}
            variant="body-small"
          >
            {t('assessments.rests.see')}
          </Link>
        )
      }
    >
      <DataTable
        label={title}
        columns={[
          { label: t('assessments.column.what') },
          { label: t('assessments.column.items'), isNumber: true },
          {
            label: t('assessments.column.entries'),
            isNumber: true,
            isExtra: true,
          },
        ]}
      >
        {pins.items.map(({ type, count: items, firstLeaf, lastLeaf }) => (
          <tr key={type}>
            <th scope="row">{t(`evidence.type.${camel(type)}`)}</th>
            <td className={table.number}>{count(items)}</td>
            <td className={`${table.number} ${table.extra}`}>
              {t('assessments.rests.entries', {
                first: firstLeaf,
                last: lastLeaf,
              })}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('assessments.rests.snapshots')}</th>
          <td className={table.number}>{count(pins.snapshots)}</td>
          <td className={table.extra} />
        </tr>
      </DataTable>
      <p className={shared.note}>{t('assessments.rests.note')}</p>
    </Panel>
  );
}
