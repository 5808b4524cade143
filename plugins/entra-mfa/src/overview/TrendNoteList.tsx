import { useWords, type Words } from '../messages/useWords';
import { noteworthy, type TrendNote } from './trendNotes';
import styles from './overview.module.css';

function partsOf({ rules, people }: TrendNote, t: Words['t']): string[] {
  const parts = [];
  if (rules) parts.push(t(`overview.trend.note.${rules}`));
  if (people > 0)
    parts.push(t('overview.trend.note.joined', { count: people }));
  if (people < 0) parts.push(t('overview.trend.note.left', { count: -people }));
  return parts;
}

/** What the marks of a trend say, by their numbers, and from when on there is one. */
export function TrendNoteList({ notes }: { notes: readonly TrendNote[] }) {
  const { t, dayOf, targetOf } = useWords();
  if (notes.length === 0) return null;
  return (
    <>
      <ol className={styles.marks} aria-label={t('overview.trend.notes')}>
        {notes.map(note => (
          <li key={note.at}>
            {dayOf(note.at)}: {partsOf(note, t).join('; ')}
          </li>
        ))}
      </ol>
      <p className={styles.note}>
        {t('overview.trend.threshold', {
          share: targetOf(noteworthy.permille),
          people: noteworthy.people,
        })}
      </p>
    </>
  );
}
