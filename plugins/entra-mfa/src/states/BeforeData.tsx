import { useWords } from '../messages/useWords';
import { BackToNow } from './BackToNow';
import { Notice } from './Notice';

/** A day before what is kept of something begins: since when there is any, and the way back. */
export function BeforeData(props: { at: string; first: string }) {
  const { t, dayOf } = useWords();
  return (
    <Notice
      title={t('states.beforeData.title', { date: dayOf(props.at) })}
      role="alert"
    >
      <p>{t('states.beforeData.text', { date: dayOf(props.first) })}</p>
      <BackToNow />
    </Notice>
  );
}
