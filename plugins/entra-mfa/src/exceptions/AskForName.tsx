import { RiTimeLine } from '@remixicon/react';
import type {
  Exceptions,
  Person,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import { AskDialog } from './AskDialog';
import shared from '../components/shared.module.css';

/** Where a name stands: asks for an exception, or says that one waits. */
export function AskForName(props: {
  person: Person;
  /** The requests that wait. */
  waiting: Exceptions | undefined;
}) {
  const { person, waiting } = props;
  const { t } = useWords();
  if (!waiting) return null;
  const isAsked = waiting.items.some(
    ({ subject }) => subject.kind === 'person' && subject.id === person.id,
  );
  if (isAsked) {
    return <span className={shared.small}>{t('mine.exception.waits')}</span>;
  }
  return waiting.may.request ? (
    <AskDialog
      tenant={person.tenant}
      limits={waiting.limits}
      person={person}
      sign={{
        icon: <RiTimeLine />,
        label: t('mine.exception.for', { name: person.displayName }),
      }}
    />
  ) : null;
}
