import { dayOf } from '../words/time';
import { useWords } from '../words/useWords';
import { BackToNow } from './BackToNow';
import { Notice } from './Notice';

/** Nothing was published by that day. */
export function NothingBefore({ at }: { at: string }) {
  const { t } = useWords();
  return (
    <Notice title={t('states.past.before', { date: dayOf(at) })}>
      <BackToNow />
    </Notice>
  );
}
