import { Link } from '@backstage/ui';
import type {
  ReachedService,
  Service,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import table from '../components/table.module.css';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { titleOfRef } from '../navigation/titleOfRef';
import { useWords } from '../messages/useWords';
import { OwnersFigure } from './OwnersFigure';
import { useServiceWords } from './useServiceWords';
import styles from './services.module.css';

/** A service with how its owners are covered; of a team, how it is reached. */
export function ServiceRow({ service }: { service: Service | ReachedService }) {
  const { count } = useWords();
  const { kind, said, path } = useServiceWords();
  const links = useLinks(usePageParams());
  const { owners } = service;
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : count(value);
  return (
    <tr>
      <th scope="row">
        <Link href={links.entity(service.ref)}>{service.title}</Link>
        {service.type && <span className={styles.small}>{service.type}</span>}
      </th>
      <td>{kind(service.kind)}</td>
      <td className={styles.wide}>{said(service.lifecycle)}</td>
      <td className={styles.wide}>{said(service.tier)}</td>
      <td className={styles.wide}>
        {service.ownerRefs.map((ref, index) => (
          <span key={ref}>
            {index > 0 && ', '}
            <Link href={links.entity(ref)}>{titleOfRef(ref)}</Link>
          </span>
        ))}
      </td>
      {'through' in service && (
        <td className={styles.wide}>{path(service.through)}</td>
      )}
      <td className={table.number}>
        <OwnersFigure owners={owners} />
      </td>
      <td className={`${table.number} ${styles.wide}`}>
        {shown(owners?.phoneOnly)}
      </td>
      <td className={`${table.number} ${styles.wide}`}>
        {shown(owners?.privilegedUncovered)}
      </td>
    </tr>
  );
}
