import { Link } from '@backstage/ui';
import type { Exception } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';

/** For whom an exception is, as far as the reader may see them. */
export function SubjectName({ exception }: { exception: Exception }) {
  const { t } = useWords();
  const links = useLinks(usePageParams());
  const { subject, tenant } = exception;
  switch (subject.kind) {
    case 'person':
      return subject.id ? (
        <Link href={links.person({ tenant, id: subject.id })}>
          {subject.name ?? subject.id}
        </Link>
      ) : (
        <span>{t('exceptions.subject.person')}</span>
      );
    case 'group':
      return subject.title ? (
        <Link href={links.entity(subject.ref)}>
          {t('exceptions.subject.group', { title: subject.title })}
        </Link>
      ) : (
        <span>{t('exceptions.subject.goneGroup', { ref: subject.ref })}</span>
      );
    case 'entra-group':
      return subject.id === null ? (
        <span>{t('exceptions.subject.hiddenGroup')}</span>
      ) : (
        <span>
          {t('exceptions.subject.entraGroup')}{' '}
          {subject.name === null ? (
            <code className={shared.breakable}>{subject.id}</code>
          ) : (
            <Link href={links.people({ group: subject.id })}>
              {subject.name}
            </Link>
          )}
        </span>
      );
    default:
      return subject.pattern === null ? (
        <span>{t('exceptions.subject.hiddenRule')}</span>
      ) : (
        <span>
          {t('exceptions.subject.rule')}{' '}
          <code className={shared.breakable}>{subject.pattern}</code>
        </span>
      );
  }
}
