import { Link } from '@backstage/ui';
import type {
  Change,
  ChangeSide,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { Moment } from '../components/Moment';
import { StateLabel } from '../components/StateLabel';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import { KindLabel } from './KindLabel';
import shared from '../components/shared.module.css';
import styles from './changes.module.css';

function Side({ side }: { side: ChangeSide | null }) {
  const { t, stateOf, reason, tier } = useWords();
  if (!side) {
    return <span className={styles.small}>{t('changes.absent')}</span>;
  }
  return (
    <>
      <StateLabel state={side.state} label={stateOf(side)} />
      <div className={styles.small}>
        {side.registered ? tier(side.tier) : reason(side.reason)}
      </div>
    </>
  );
}

function Row({ change }: { change: Change }) {
  const { t, dayOf } = useWords();
  const { before, after } = change;
  const links = useLinks(usePageParams());
  const shown = after ?? before;
  const formerly =
    before && after && before.displayName !== after.displayName
      ? before.displayName
      : undefined;
  return (
    <tr>
      <th scope="row" className={styles.person}>
        {after ? (
          <Link href={links.person(change)}>{shown?.displayName}</Link>
        ) : (
          shown?.displayName
        )}
        <div className={styles.small}>{shown?.userPrincipalName}</div>
        {formerly && (
          <div className={styles.small}>
            {t('changes.formerly', { name: formerly })}
          </div>
        )}
      </th>
      <td>
        <KindLabel kind={change.kind} />
      </td>
      <td>
        <Side side={before} />
      </td>
      <td>
        <Side side={after} />
      </td>
      <td>
        {change.teams.map(team => team.title).join(', ') || t('people.noTeam')}
      </td>
      <td className={shared.nowrap}>
        <Moment iso={change.at}>{dayOf(change.at)}</Moment>
      </td>
    </tr>
  );
}

/** Who changed: how they were, how they are, and when it happened last. */
export function ChangesTable(props: {
  items: Change[];
  more?: { isPending: boolean; onPress: () => void };
}) {
  const { t } = useWords();
  return (
    <DataTable
      label={t('changes.title')}
      columns={(
        ['person', 'kind', 'before', 'after', 'team', 'at'] as const
      ).map(name => ({ label: t(`changes.column.${name}`) }))}
      more={props.more && { label: t('changes.more'), ...props.more }}
    >
      {props.items.map(change => (
        <Row key={change.id} change={change} />
      ))}
    </DataTable>
  );
}
