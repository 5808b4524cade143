import { Link, Text } from '@backstage/ui';
import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { AskDialog } from './AskDialog';
import { useExceptions } from './useExceptions';

/**
 * What waits for the person who is shown, and a way to ask for an exception: for who may, and where none
 * waits or is in force for longer than until the reminder of its end.
 */
export function AskForPerson({ person }: { person: Person }) {
  const { t, dayOf } = useWords();
  const params = usePageParams();
  const links = useLinks(params);
  const { data: page } = useExceptions(
    { tenant: person.tenant },
    ['requested', 'in-force'],
    'requested',
    { person: person.id },
  );
  if (params.at || !page || person.state === 'out-of-scope') return null;
  const waiting = page.items.find(({ state }) => state === 'requested');
  const inForce = page.items.find(({ state }) => state === 'in-force');
  const isNews = inForce !== undefined && person.exception === undefined;
  const shown = waiting ?? (isNews ? inForce : undefined);
  const isExempt = inForce ? !inForce.endsSoon : person.state === 'exempt';
  return (
    <>
      {shown && (
        <Text as="p" variant="body-small">
          {t(
            waiting
              ? 'exceptions.ofPerson.waits'
              : 'exceptions.ofPerson.approved',
            {
              until: dayOf(shown.until),
            },
          )}{' '}
          <Link href={links.exceptions()} variant="body-small">
            {t('exceptions.ofPerson.see')}
          </Link>
        </Text>
      )}
      {page.may.request && !waiting && !isExempt && (
        <AskDialog
          tenant={person.tenant}
          limits={page.limits}
          person={person}
          variant="secondary"
        />
      )}
    </>
  );
}
