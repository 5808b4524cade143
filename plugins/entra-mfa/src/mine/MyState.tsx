import type {
  Person,
  TenantRef,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { StateLabel } from '../components/StateLabel';
import { useWords } from '../messages/useWords';
import { SecurityInfoLink } from './SecurityInfoLink';
import { useMyToDo } from './useMyToDo';
import shared from '../components/shared.module.css';
import styles from './mine.module.css';

/** My own state: what it means, what to do now, until when and what happens then. */
export function MyState(props: {
  person: Person;
  tenant: TenantRef;
  /** The day that the organization has set. */
  targetDate?: string | null;
}) {
  const { person, tenant, targetDate } = props;
  const { stateOf } = useWords();
  const { isDone, says } = useMyToDo(person, tenant, targetDate);
  return (
    <div className={styles.state}>
      <StateLabel state={person.state} label={stateOf(person)} />
      {says.map(text => (
        <p key={text} className={shared.line}>
          {text}
        </p>
      ))}
      <SecurityInfoLink tenant={tenant} isDone={isDone} />
    </div>
  );
}
