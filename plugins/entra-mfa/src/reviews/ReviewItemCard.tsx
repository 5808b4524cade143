import { Fragment, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link } from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiArrowRightLine,
  RiArrowRightSLine,
} from '@remixicon/react';
import type {
  Review,
  ReviewDecision,
  ReviewItem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { EntityName } from '../components/EntityName';
import { StateLabel } from '../components/StateLabel';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { DecisionButtons } from './DecisionButtons';
import { decisionsOf } from './decisionsOf';
import { DecisionsMade } from './DecisionsMade';
import { ItemSide } from './ItemSide';
import { NoteField } from './NoteField';
import { useItemKeys } from './useItemKeys';
import { useDecide } from './useReviewSteps';
import styles from './reviews.module.css';

const isUnchanged = ({ now, then }: ReviewItem) =>
  JSON.stringify(now) === JSON.stringify(then);

/** The state when the list was made and, where it is another one, the state now. */
function States({ item }: { item: ReviewItem }) {
  const { t, stateOf } = useWords();
  const { then, now } = item;
  const was = stateOf(then);
  const is = now ? stateOf(now) : t('reviews.gone');
  return (
    <span className={styles.states}>
      <StateLabel state={then.state} label={was} />
      {is !== was && (
        <>
          <RiArrowRightLine size={14} aria-label={t('reviews.becameNow')} />
          {now ? <StateLabel state={now.state} label={is} /> : is}
        </>
      )}
    </span>
  );
}

/** Of whom access was to go from, once the review is closed: whether it has. */
function Since({ review, item }: { review: Review; item: ReviewItem }) {
  const { t } = useWords();
  if (
    review.closed === null ||
    !item.member ||
    item.decision?.decision !== 'remove-access'
  ) {
    return null;
  }
  const { still } = item.member;
  const word = still ? 'still' : 'removed';
  return (
    <strong className={still ? styles.overdue : undefined}>
      {' '}
      {t(`reviews.since.${still === null ? 'notKnown' : word}`)}
    </strong>
  );
}

function Details({ item }: { item: ReviewItem }) {
  const { t } = useWords();
  const isSame = isUnchanged(item);
  return (
    <>
      <p className={styles.small}>
        {[
          item.then.userPrincipalName,
          ...item.teams.map(({ title }) => title),
        ].join(' · ')}
      </p>
      <dl className={styles.sides}>
        <ItemSide
          label={t(isSame ? 'reviews.both' : 'reviews.then')}
          side={item.then}
        />
        {!isSame && (
          <ItemSide
            label={t('reviews.now')}
            side={item.now}
            mark={
              item.registeredSince ? t('reviews.registeredSince') : undefined
            }
          />
        )}
      </dl>
      {item.reviewers.length > 0 && (
        <p className={styles.small}>
          {t('reviews.asked')}{' '}
          {item.reviewers.map((ref, i) => (
            <Fragment key={ref}>
              {i > 0 && ', '}
              <EntityName of={ref} />
            </Fragment>
          ))}
        </p>
      )}
      <DecisionsMade item={item} />
    </>
  );
}

/** A person on the list in one row: why, how they were and are, what is decided; opened, the rest. */
export function ReviewItemCard(props: {
  review: Review;
  item: ReviewItem;
  /** Whether the reader may decide on somebody in this review. */
  decides: boolean;
}) {
  const { t } = useWords();
  const { review, item } = props;
  const { displayName } = item.then;
  const links = useLinks(usePageParams());
  const card = useRef<HTMLLIElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const [needsNote, setNeedsNote] = useState(false);
  const decide = useDecide(review);
  const decides = props.decides && item.mayDecide;
  const onDecide = (decision: ReviewDecision) => {
    const lacksNote =
      decision === 'keep' && item.keepNeedsNote && note.trim() === '';
    setNeedsNote(lacksNote);
    if (lacksNote) setOpen(true);
    if (!lacksNote) {
      decide.mutate(
        { id: item.id, decision, note: note.trim() },
        { onSuccess: () => setNote('') },
      );
    }
    return !lacksNote;
  };
  useItemKeys(card, {
    decisions: decisionsOf(review),
    decide: decides ? onDecide : null,
    toggle: () => setOpen(!isOpen),
    toNote: () => {
      // The field is there before it gets the focus.
      flushSync(() => setOpen(true));
      card.current
        ?.querySelector<HTMLInputElement>('[data-note] input')
        ?.focus();
    },
  });
  const Arrow = isOpen ? RiArrowDownSLine : RiArrowRightSLine;
  const decision = item.decision?.decision ?? 'open';
  return (
    <li
      ref={card}
      className={styles.item}
      tabIndex={-1}
      data-decided={item.decision !== null}
      aria-label={displayName}
    >
      <div className={styles.head}>
        <button
          type="button"
          className={styles.expander}
          aria-expanded={isOpen}
          aria-label={t('reviews.details', { name: displayName })}
          onClick={() => setOpen(!isOpen)}
        >
          <Arrow size={18} aria-hidden />
        </button>
        <span className={styles.who}>
          {item.now ? (
            <Link href={links.person(item)} weight="bold">
              {displayName}
            </Link>
          ) : (
            <strong>{displayName}</strong>
          )}
        </span>
        <span className={styles.why}>
          {[
            ...item.reasons.map(reason => t(`reviews.reason.${camel(reason)}`)),
            ...(item.member?.as ?? []).map(kind => t(`reviews.held.${kind}`)),
          ].join(' · ')}
          <Since item={item} review={review} />
        </span>
        <States item={item} />
        <div className={styles.turn}>
          {decides && (
            <DecisionButtons
              item={item}
              decisions={decisionsOf(review)}
              isPending={decide.isPending}
              onDecide={onDecide}
            />
          )}
          {!decides && (
            <span className={styles.small}>
              {props.decides && item.own
                ? t('reviews.own')
                : t(`reviews.decision.${camel(decision)}`)}
            </span>
          )}
        </div>
      </div>
      {isOpen && (
        <div className={styles.details}>
          <Details item={item} />
          {decides && (
            <NoteField
              name={displayName}
              note={note}
              onNote={setNote}
              isNeeded={needsNote}
            />
          )}
        </div>
      )}
    </li>
  );
}
