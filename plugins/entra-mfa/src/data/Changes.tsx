import { useWords } from '../messages/useWords';

/** Rows added, changed and removed, short on screen and in words for its tooltip. */
export function Changes(props: {
  added: number;
  changed: number;
  removed: number;
}) {
  const { t } = useWords();
  return (
    <span title={t('data.changesHint', props)}>{t('data.changes', props)}</span>
  );
}
