import { Link } from '@backstage/ui';
import type { GroupOfPerson } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import shared from '../components/shared.module.css';

/** The groups of the tenant that a person is in; nothing where groups were not read. */
export function PersonGroups({ groups }: { groups: GroupOfPerson[] | null }) {
  const { t } = useWords();
  const links = useLinks(usePageParams());
  if (!groups) return null;
  return (
    <Panel title={t('groups.person.title')}>
      {groups.length === 0 ? (
        <p className={shared.smallLine}>{t('groups.person.none')}</p>
      ) : (
        <ul className={shared.lines}>
          {groups.map(({ id, name, kind, direct }) => (
            <li key={id}>
              <Link
                href={links.people({ group: id })}
                className={shared.breakable}
              >
                {name}
              </Link>{' '}
              <span className={shared.small}>
                {[
                  t(`groups.kind.${camel(kind)}`),
                  !direct && t('groups.person.through'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
