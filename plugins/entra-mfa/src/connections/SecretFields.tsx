import { PasswordField } from '@backstage/ui';
import { parseDate, today } from '@internationalized/date';
import { DayPicker } from '../components/DayPicker';
import { useWords } from '../messages/useWords';

/** A secret as it is entered, and when it ends. */
export interface EnteredSecret {
  clientSecret: string;
  /** A day; null where nobody said. */
  expiresAt: string | null;
}

/** Nothing entered yet. */
export const noSecret: EnteredSecret = { clientSecret: '', expiresAt: null };

/** What of it is sent. */
export const secretBody = ({ clientSecret, expiresAt }: EnteredSecret) => ({
  clientSecret: clientSecret.trim(),
  ...(expiresAt !== null && { expiresAt }),
});

/** The value of a secret, which is shown nowhere again, and its end. */
export function SecretFields(props: {
  value: EnteredSecret;
  onChange: (secret: EnteredSecret) => void;
}) {
  const { t } = useWords();
  const { value, onChange } = props;
  const { clientSecret, expiresAt } = value;
  return (
    <>
      <PasswordField
        label={t('connections.application.secret')}
        description={t('connections.application.secretHint')}
        isRequired
        maxLength={1000}
        autoComplete="off"
        value={clientSecret}
        onChange={text => onChange({ ...value, clientSecret: text })}
      />
      <DayPicker
        label={t('connections.application.endsAt')}
        description={t('connections.application.endsAtHint')}
        minValue={today('UTC')}
        value={expiresAt === null ? null : parseDate(expiresAt)}
        onChange={day =>
          onChange({ ...value, expiresAt: day?.toString() ?? null })
        }
      />
    </>
  );
}
