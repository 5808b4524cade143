import { RiAlertFill } from '@remixicon/react';
import type { Tenants } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { Moment } from '../components/Moment';
import { useWords, type Words } from '../messages/useWords';
import styles from './connections.module.css';

type Credential = NonNullable<Tenants['items'][number]['credential']>;

function textOf({ t, dayOf }: Words, { kind, endsAt, warning }: Credential) {
  if (
    kind === 'federated' ||
    kind === 'managed-identity' ||
    kind === 'reader'
  ) {
    return t(`check.signsIn.${camel(kind)}`);
  }
  const name = camel(kind);
  if (endsAt === null) {
    return t(`check.signsIn.${name}.noEnd`);
  }
  const date = <Moment iso={endsAt}>{dayOf(endsAt)}</Moment>;
  return warning === 0
    ? t(`check.signsIn.${name}.ended`, { date })
    : t(`check.signsIn.${name}.ends`, { date });
}

/** With what the app signs in, until when, and whether that is soon. */
export function SignsIn({ credential }: { credential: Credential }) {
  const words = useWords();
  const { t } = words;
  const { warning } = credential;
  return (
    <p className={styles.signsIn} data-warns={warning !== null}>
      {warning !== null && <RiAlertFill size={16} aria-hidden />}
      <span>
        {textOf(words, credential)}
        {warning !== null && (
          <> {warning === 0 ? t('check.replaceNow') : t('check.replace')}</>
        )}
      </span>
    </p>
  );
}
