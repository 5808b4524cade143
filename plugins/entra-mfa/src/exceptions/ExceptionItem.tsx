import { RiAlertFill } from '@remixicon/react';
import type { Exception } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { EntityName } from '../components/EntityName';
import { PeopleLink } from '../components/PeopleLink';
import { useWords } from '../messages/useWords';
import { ExceptionStateLabel } from './ExceptionStateLabel';
import { StepDialog } from './StepDialog';
import { SubjectName } from './SubjectName';
import shared from '../components/shared.module.css';
import styles from './exceptions.module.css';

/** Who did what and when, the first step first; with what they said. */
function Steps({ exception }: { exception: Exception }) {
  const { t, dayOf } = useWords();
  const { requested, decision, withdrawnAt, ended } = exception;
  const step = (
    what: 'asked' | 'approved' | 'refused' | 'withdrawn' | 'ended',
    by: string,
    at: string,
    note?: string,
  ) => ({
    key: what,
    text: t('exceptions.on', {
      what: t(`exceptions.${what}`, { user: <EntityName of={by} /> }),
      date: dayOf(at),
    }),
    note,
  });
  const steps = [
    step('asked', requested.by, requested.at, exception.reason),
    ...(decision
      ? [step(decision.decision, decision.by, decision.at, decision.note)]
      : []),
    ...(withdrawnAt ? [step('withdrawn', requested.by, withdrawnAt)] : []),
    ...(ended ? [step('ended', ended.by, ended.at, ended.note)] : []),
  ];
  return (
    <ol className={styles.steps}>
      {steps.map(({ key, text, note }) => (
        <li key={key}>
          <span className={shared.quiet}>{text}</span>
          {note && <q className={styles.note}>{note}</q>}
        </li>
      ))}
    </ol>
  );
}

/** How long it lasts, and how many people it exempts. */
function Extent({ exception }: { exception: Exception }) {
  const { t, dayOf } = useWords();
  const { state, until, daysLeft, endsSoon, people, peopleAsked } = exception;
  return (
    <p className={styles.extent}>
      {state !== 'in-force' && state !== 'expired' && (
        <span>{t('exceptions.wanted', { date: dayOf(until) })}</span>
      )}
      {daysLeft !== null && (
        <span>
          {daysLeft === 0
            ? t('exceptions.endsToday')
            : t('exceptions.daysLeft', { count: daysLeft })}
        </span>
      )}
      {endsSoon && (
        <strong className={styles.soon}>
          <RiAlertFill className={styles.icon} size={14} aria-hidden />
          {t('exceptions.endsSoon')}
        </strong>
      )}
      {state === 'in-force' && people !== null && (
        <PeopleLink small filter={{ exception: exception.id }}>
          {t('exceptions.people', { count: people })}
        </PeopleLink>
      )}
      {state !== 'in-force' && peopleAsked !== null && (
        <span>{t('exceptions.peopleAsked', { count: peopleAsked })}</span>
      )}
    </p>
  );
}

/** Says that nobody is exempt by it, because who is in the group is not known. */
function UnknownGroup() {
  const { t } = useWords();
  return (
    <p className={styles.extent}>
      <strong className={styles.soon}>
        <RiAlertFill className={styles.icon} size={14} aria-hidden />
        {t('exceptions.unknownGroup')}
      </strong>
    </p>
  );
}

/** An exception: for whom, what has become of it, every step, and what the reader may do. */
export function ExceptionItem({ exception }: { exception: Exception }) {
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        <div className={styles.head}>
          <strong>
            <SubjectName exception={exception} />
          </strong>
          <ExceptionStateLabel exception={exception} />
        </div>
        <Extent exception={exception} />
        {exception.subject.kind === 'entra-group' &&
          exception.subject.known === false && <UnknownGroup />}
        <Steps exception={exception} />
      </div>
      {exception.actions.length > 0 && (
        <div className={styles.actions}>
          {exception.actions.map(action => (
            <StepDialog key={action} exception={exception} action={action} />
          ))}
        </div>
      )}
    </li>
  );
}
