import { useEffect, useState } from 'react';
import { SearchField, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  reviewItemReviewers,
  reviewItemStates,
  reviewReasons,
  type Review,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import type { ItemValues } from './useItemFilter';
import styles from './reviews.module.css';

/** Chips of one filter, each with how many it would find of the whole list. */
function Chips<T extends string>(props: {
  label: string;
  names: readonly T[];
  selected: string | undefined;
  labelOf: (name: T) => string;
  onChange: (names: string) => void;
}) {
  const { label, names, selected, labelOf, onChange } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.chips}
      selectionMode="multiple"
      selectedKeys={selected?.split(',') ?? []}
      onSelectionChange={keys =>
        onChange(names.filter(name => keys.has(name)).join(','))
      }
    >
      {names.map(name => (
        <ToggleButton key={name} id={name} size="small">
          {labelOf(name)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** Which people of a review are listed: by reason, by decision, by name. */
export function ItemFilters(props: {
  review: Review;
  filter: ItemValues;
  onChange: (values: ItemValues) => void;
}) {
  const { t, count } = useWords();
  const { review, filter, onChange } = props;
  const { counts, mine, reviewers } = review;
  const given = {
    me: mine.items,
    nobody: reviewers.kind === 'leads' ? reviewers.unassigned?.items ?? 0 : 0,
  };
  const byReviewer = reviewItemReviewers.filter(
    name => given[name] > 0 || filter.reviewer === name,
  );
  const [text, setText] = useState(filter.q ?? '');
  useEffect(() => setText(filter.q ?? ''), [filter.q]);
  useEffect(() => {
    if (text.trim() === (filter.q ?? '')) return undefined;
    const timer = setTimeout(() => onChange({ q: text.trim() }), 300);
    return () => clearTimeout(timer);
  }, [text, filter.q, onChange]);
  const numberOf = (name: (typeof reviewItemStates)[number]) =>
    name === 'open' ? counts.open : counts.decisions[name];
  return (
    <div className={styles.filters}>
      {review.scope.kind === 'risks' && (
        <Chips
          label={t('reviews.reasons')}
          names={reviewReasons}
          selected={filter.reason}
          labelOf={name =>
            `${t(`reviews.reason.${camel(name)}`)} ${count(
              counts.reasons[name],
            )}`
          }
          onChange={reason => onChange({ reason })}
        />
      )}
      {byReviewer.length > 0 && (
        <Chips
          label={t('reviews.given')}
          names={byReviewer}
          selected={filter.reviewer}
          labelOf={name =>
            `${t(`reviews.givenTo.${name}`)} ${count(given[name])}`
          }
          onChange={names =>
            // One of the two: the one that was pressed last.
            onChange({
              reviewer:
                names.split(',').find(name => name !== filter.reviewer) ?? '',
            })
          }
        />
      )}
      <Chips
        label={t('reviews.decisions')}
        names={reviewItemStates.filter(
          name => numberOf(name) > 0 || filter.decision?.includes(name),
        )}
        selected={filter.decision}
        labelOf={name =>
          `${t(`reviews.decision.${camel(name)}`)} ${count(numberOf(name))}`
        }
        onChange={decision => onChange({ decision })}
      />
      <SearchField
        className={styles.text}
        size="small"
        aria-label={t('reviews.search')}
        placeholder={t('reviews.find')}
        value={text}
        onChange={setText}
      />
    </div>
  );
}
