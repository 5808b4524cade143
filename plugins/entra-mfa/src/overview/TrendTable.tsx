import { Link } from '@backstage/ui';
import type { Basis } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { AsTable } from '../components/AsTable';
import shared from '../components/shared.module.css';
import table from '../components/table.module.css';
import { useLinks } from '../navigation/useLinks';
import { useWords } from '../messages/useWords';
import type { dailyPoints } from './dailyPoints';

type Point = ReturnType<typeof dailyPoints>[number];

function Row(props: { point: Point; tenant?: string; trend?: string }) {
  const { point, tenant, trend } = props;
  const { count, dayOf, figureOf } = useWords();
  const links = useLinks({ tenant, at: point.at.slice(0, 10) });
  return (
    <tr>
      <th scope="row">
        <span className={shared.nowrap}>
          <Link href={links.overview({ trend })}>{dayOf(point.at)}</Link>
        </span>
      </th>
      <td className={table.number}>{figureOf(point.permille)}</td>
      <td className={table.number}>{count(point.uncovered)}</td>
      <td className={table.number}>{count(point.inScope)}</td>
    </tr>
  );
}

/** The days of a trend in figures; each leads to its day. */
export function TrendTable(props: {
  points: readonly Point[];
  basis: Basis;
  tenant?: string;
  trend?: string;
}) {
  const { t, state } = useWords();
  const { points, basis, tenant, trend } = props;
  return (
    <AsTable
      label={t('overview.trend.title')}
      columns={[
        { label: t('overview.trend.date') },
        { label: t('overview.trend.coverage'), isNumber: true },
        { label: state('uncovered', basis), isNumber: true },
        { label: t('overview.notCounted.inScopeLabel'), isNumber: true },
      ]}
      rows={() =>
        points.map(point => (
          <Row key={point.at} point={point} tenant={tenant} trend={trend} />
        ))
      }
    />
  );
}
