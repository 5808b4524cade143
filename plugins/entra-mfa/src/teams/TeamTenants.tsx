import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/ui';
import type {
  Team,
  TeamTenants as Answer,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useRead } from '../api/useRead';
import { cellClass, DataTable } from '../components/DataTable';
import { Moment } from '../components/Moment';
import { Panel } from '../components/Panel';
import { useNow } from '../components/useNow';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import shared from '../components/shared.module.css';

type Item = Answer['items'][number];

const number = cellClass({ isNumber: true });

/** What the row of a tenant counts: where the reader may see names, with its list behind it. */
function Counted({ item, at }: { item: Item; at?: string }) {
  const { t } = useWords();
  const { tenant, team } = item;
  const links = useLinks({ tenant: tenant.id, at });
  const { coverage } = team;
  if (!coverage) return <>{t('teams.hidden')}</>;
  const counted = coverage.covered + coverage.uncovered;
  if (counted === 0) return <>{t('teams.nobody')}</>;
  const text = t('cards.group.subTeam', { covered: coverage.covered, counted });
  return team.anyNames ? (
    <Link href={links.people({ team: team.ref })}>{text}</Link>
  ) : (
    <>{text}</>
  );
}

function TenantRow({ item, at }: { item: Item; at?: string }) {
  const { t, age, count, figureOf } = useWords();
  const now = useNow();
  const { tenant, readAt, stale, team } = item;
  return (
    <tr data-stale={stale}>
      <th scope="row">
        {tenant.name}
        {stale && (
          <p className={shared.smallLine}>
            {t('teams.tenants.stale')}
            {readAt && (
              <>
                {' '}
                <Moment iso={readAt}>
                  {t('overview.read', { age: age(readAt, now) })}
                </Moment>
              </>
            )}
          </p>
        )}
      </th>
      <td className={number}>
        <Counted item={item} at={at} />
      </td>
      <td className={number}>
        {figureOf(team.coverage?.permille ?? null) ?? '–'}
      </td>
      <td className={number}>
        {team.coverage ? count(team.coverage.short) : '–'}
      </td>
    </tr>
  );
}

function TotalRow({ total }: { total: NonNullable<Answer['total']> }) {
  const { t, count, figureOf } = useWords();
  const { covered, uncovered, permille, short, tenants } = total;
  const counted = covered + uncovered;
  return (
    <tr>
      <th scope="row">{t('teams.tenants.total', { count: tenants.length })}</th>
      <td className={number}>
        {t('cards.group.subTeam', { covered, counted })}
      </td>
      <td className={number}>{figureOf(permille) ?? '–'}</td>
      <td className={number}>{count(short)}</td>
    </tr>
  );
}

/** A team that has people in several tenants: these beside each other, and all of them in one line. */
export function TeamTenants(props: {
  team: Pick<Team, 'ref' | 'otherTenants'>;
  /** Of which day; without it, of now. */
  at?: string;
  /** Whether it stands by itself, and not within a card. */
  isPanel?: boolean;
}) {
  const { team, at, isPanel = false } = props;
  const { t } = useWords();
  const { data } = useRead(
    'getTeamTenants',
    parseEntityRef(team.ref),
    { at },
    {
      enabled: (team.otherTenants ?? 0) > 0,
      every: 60_000,
    },
  );
  if (!data || data.items.length < 2) return null;
  const { items, total } = data;
  const isPartial = total !== null && total.tenants.length < items.length;
  const table = (
    <>
      <DataTable
        label={t('teams.tenants.title')}
        columns={[
          { label: t('teams.tenants.tenant') },
          { label: t('teams.tenants.registered'), isNumber: true },
          { label: t('teams.tenants.figure'), isNumber: true },
          { label: t('teams.tenants.short'), isNumber: true },
        ]}
      >
        {items.map(item => (
          <TenantRow key={item.tenant.id} item={item} at={at} />
        ))}
        {total && <TotalRow total={total} />}
      </DataTable>
      <p className={shared.smallLine}>
        {t('teams.tenants.two')} {isPartial && t('teams.tenants.partial')}
        {!total && t(at ? 'teams.tenants.noneThen' : 'teams.tenants.none')}
      </p>
    </>
  );
  return isPanel ? (
    <Panel title={t('teams.tenants.title')}>{table}</Panel>
  ) : (
    <section>
      <h3 className={shared.subheading}>{t('teams.tenants.title')}</h3>
      {table}
    </section>
  );
}
