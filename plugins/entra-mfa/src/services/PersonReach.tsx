import { Link } from '@backstage/ui';
import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useRead } from '../api/useRead';
import { Panel } from '../components/Panel';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import { useServiceWords } from './useServiceWords';
import shared from '../components/shared.module.css';
import styles from './services.module.css';

/** How many services a person's page lists before it says how many more there are. */
const shownServices = 50;

/** What a person reaches who is not covered or has only a phone; of others there is nothing to say. */
export function PersonReach({ person }: { person: Person }) {
  const { t } = useWords();
  const { kind, path } = useServiceWords();
  const params = usePageParams();
  const links = useLinks(params);
  const isUncovered = person.state === 'uncovered';
  const isShown =
    isUncovered ||
    (person.state !== 'out-of-scope' && person.marks.includes('phone-only'));
  const { data } = useRead(
    'getPersonServices',
    { tenant: person.tenant, id: person.id },
    { at: params.at, sort: 'name', limit: shownServices },
    { enabled: isShown },
  );
  if (!isShown || !data) return null;
  const all = data.groups?.reduce((sum, group) => sum + group.count, 0) ?? 0;
  const more = all - data.items.length;
  return (
    <Panel
      title={t('services.person.title')}
      aside={
        all > 0
          ? t(
              isUncovered
                ? 'services.person.uncovered'
                : 'services.person.phoneOnly',
            )
          : undefined
      }
    >
      {all === 0 && <p className={shared.line}>{t('services.person.none')}</p>}
      <ul className={styles.list}>
        {data.items.map(service => (
          <li key={service.ref}>
            <Link href={links.entity(service.ref)}>{service.title}</Link>
            <span className={styles.small}>
              {[
                kind(service.kind),
                service.lifecycle,
                service.tier && `${t('services.tier')} ${service.tier}`,
                path(service.through),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className={shared.note}>
          {t('services.person.more', { count: more })}
        </p>
      )}
    </Panel>
  );
}
