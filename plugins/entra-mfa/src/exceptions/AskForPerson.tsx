import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { usePageParams } from '../navigation/usePageParams';
import { AskDialog } from './AskDialog';
import { useExceptions } from './useExceptions';

/** Lets who may ask for an exception for the person who is shown. */
export function AskForPerson({ person }: { person: Person }) {
  const { at } = usePageParams();
  const { data } = useExceptions(
    { tenant: person.tenant },
    ['requested'],
    'requested',
  );
  const page = data?.pages[0];
  if (at || !page?.may.request || person.state === 'out-of-scope') return null;
  return (
    <AskDialog
      tenant={person.tenant}
      limits={page.limits}
      person={person}
      variant="secondary"
    />
  );
}
