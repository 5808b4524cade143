import { useRef, useState } from 'react';
import { Link } from '@backstage/ui';
import type {
  Review,
  ReviewDecision,
  ReviewItem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { DecisionFields } from './DecisionFields';
import { DecisionsMade } from './DecisionsMade';
import { ItemSide } from './ItemSide';
import { useItemKeys } from './useItemKeys';
import { useDecide } from './useReviewSteps';
import styles from './reviews.module.css';

/** A person on the list: why, how they were and are, what was decided, and what the reader decides. */
export function ReviewItemCard(props: {
  review: Review;
  item: ReviewItem;
  /** Whether the reader may decide in this review. */
  decides: boolean;
}) {
  const { t } = useWords();
  const { review, item } = props;
  const links = useLinks(usePageParams());
  const card = useRef<HTMLLIElement>(null);
  const [isActive, setActive] = useState(false);
  const [note, setNote] = useState('');
  const [needsNote, setNeedsNote] = useState(false);
  const decide = useDecide(review);
  const decides = props.decides && !item.own;
  const isUnchanged = JSON.stringify(item.now) === JSON.stringify(item.then);
  const onDecide = (decision: ReviewDecision) => {
    const lacksNote =
      decision === 'keep' && item.keepNeedsNote && note.trim() === '';
    setNeedsNote(lacksNote);
    if (!lacksNote) {
      decide.mutate(
        { id: item.id, decision, note: note.trim() },
        { onSuccess: () => setNote('') },
      );
    }
    return !lacksNote;
  };
  useItemKeys(card, decides ? onDecide : null);
  return (
    <li
      ref={card}
      className={styles.item}
      tabIndex={-1}
      data-decided={item.decision !== null}
      aria-label={item.then.displayName}
      onFocus={() => setActive(true)}
      onBlur={event =>
        setActive(event.currentTarget.contains(event.relatedTarget))
      }
    >
      <div className={styles.head}>
        {item.now ? (
          <Link href={links.person(item)} weight="bold">
            {item.then.displayName}
          </Link>
        ) : (
          <strong>{item.then.displayName}</strong>
        )}
        <span className={styles.small}>
          {[
            item.then.userPrincipalName,
            ...item.teams.map(({ title }) => title),
          ].join(' · ')}
        </span>
      </div>
      <ul className={styles.reasons}>
        {item.reasons.map(reason => (
          <li key={reason}>{t(`reviews.reason.${camel(reason)}`)}</li>
        ))}
      </ul>
      <dl className={styles.sides}>
        <ItemSide
          label={t(isUnchanged ? 'reviews.both' : 'reviews.then')}
          side={item.then}
        />
        {!isUnchanged && (
          <ItemSide
            label={t('reviews.now')}
            side={item.now}
            mark={
              item.registeredSince ? t('reviews.registeredSince') : undefined
            }
          />
        )}
      </dl>
      <DecisionsMade item={item} />
      {props.decides && item.own && (
        <p className={styles.small}>{t('reviews.own')}</p>
      )}
      {decides && (
        <DecisionFields
          item={item}
          isActive={isActive}
          isPending={decide.isPending}
          note={note}
          onNote={setNote}
          needsNote={needsNote}
          onDecide={onDecide}
        />
      )}
    </li>
  );
}
