import {
  totalOf,
  type Connection,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { cellClass } from '../components/DataTable';
import { useWords } from '../messages/useWords';
import styles from './connections.module.css';

const number = cellClass({ isNumber: true });

/** Whether a figure is one of now. */
export const isCurrent = ({ state, stale, coverage }: Connection) =>
  state !== 'disconnected' && stale === null && coverage !== null;

/** All tenants in one line, added up as integers; whose figures are not of now are named, and left out. */
export function TotalRow(props: { connections: readonly Connection[] }) {
  const { t, count, figureOf } = useWords();
  const added = props.connections.filter(isCurrent);
  const left = props.connections.filter(one => !isCurrent(one));
  const { covered, uncovered, permille, short } = totalOf(
    added.flatMap(({ coverage }) => coverage ?? []),
  );
  const names = left.map(({ name, state, stale }) => {
    const old = stale ? t('connections.state.stale') : '';
    const why =
      state === 'disconnected' ? t('connections.state.disconnected') : old;
    return why ? `${name} (${why})` : name;
  });
  return (
    <tr>
      <th scope="row">{t('connections.total.row', { count: added.length })}</th>
      <td>
        {t('connections.total.counted', {
          covered,
          counted: covered + uncovered,
        })}
      </td>
      <td className={number}>{figureOf(permille) ?? '–'}</td>
      <td className={number}>{count(short)}</td>
      <td colSpan={6} className={styles.total}>
        {t('connections.total.two')}{' '}
        {names.length > 0 &&
          t('connections.total.without', { tenants: names.join(', ') })}
      </td>
    </tr>
  );
}
