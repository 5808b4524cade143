import { TextField } from '@backstage/ui';
import { useWords } from '../messages/useWords';
import styles from './reviews.module.css';

/** The note that the next decision on a person is recorded with. */
export function NoteField(props: {
  name: string;
  note: string;
  onNote: (note: string) => void;
  /** Whether the note is what keeps a decision from being recorded. */
  isNeeded: boolean;
}) {
  const { t } = useWords();
  const { name, note, onNote, isNeeded } = props;
  return (
    <div className={styles.noteField}>
      <TextField
        size="small"
        data-note
        aria-label={`${t('reviews.note')}: ${name}`}
        placeholder={t('reviews.notePlaceholder')}
        maxLength={1000}
        value={note}
        onChange={onNote}
      />
      {isNeeded && (
        <p role="alert" className={styles.error}>
          {t('reviews.noteNeeded')}
        </p>
      )}
    </div>
  );
}
