import { Alert, Button } from '@backstage/ui';
import { RiFileCopyLine } from '@remixicon/react';
import type { Evidence } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import { useToast } from '../navigation/useToast';
import styles from './evidence.module.css';

function Copy({ label, text }: { label: string; text: string }) {
  const { t } = useWords();
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast(t('evidence.log.copied'), 'success');
  };
  return (
    <Button
      size="small"
      variant="secondary"
      iconStart={<RiFileCopyLine />}
      onPress={copy}
    >
      {label}
    </Button>
  );
}

function signedInWords(
  { key, checkpoint }: Pick<Evidence, 'key' | 'checkpoint'>,
  { t }: Pick<ReturnType<typeof useWords>, 't'>,
): string {
  if (checkpoint?.note) {
    const name = /^— (\S+) /m.exec(checkpoint.note)?.[1] ?? '';
    return t('evidence.log.signedBy', { name });
  }
  return t(key === null ? 'evidence.log.notSigned' : 'evidence.log.notYet');
}

/** The log in which everything is on record: how long it is, and who vouches for it. */
export function LogPanel({ evidence }: { evidence: Evidence }) {
  const words = useWords();
  const { t, momentOf } = words;
  const { origin, key, checkpoint } = evidence;
  return (
    <Panel title={t('evidence.log.title')}>
      <div className={shared.form}>
        <p className={shared.smallLine}>{t('evidence.log.note')}</p>
        {key === null && (
          <Alert
            status="warning"
            icon
            title={t('evidence.log.unsigned')}
            description={t('evidence.log.makeKey')}
          />
        )}
        {checkpoint ? (
          <>
            <dl className={shared.facts}>
              <div>
                <dt>{t('evidence.log.size')}</dt>
                <dd>{t('evidence.log.entries', { count: checkpoint.size })}</dd>
              </div>
              <div>
                <dt>{t('evidence.log.newest')}</dt>
                <dd>{momentOf(checkpoint.at)}</dd>
              </div>
              <div>
                <dt>{t('evidence.log.signed')}</dt>
                <dd>{signedInWords(evidence, words)}</dd>
              </div>
              <div>
                <dt>{t('evidence.log.origin')}</dt>
                <dd>
                  <code className={styles.code}>{origin}</code>
                </dd>
              </div>
              <div>
                <dt>{t('evidence.log.root')}</dt>
                <dd>
                  <code className={styles.code}>{checkpoint.root}</code>
                </dd>
              </div>
              {key !== null && (
                <div>
                  <dt>{t('evidence.log.key')}</dt>
                  <dd>
                    <code className={styles.code}>{key}</code>
                  </dd>
                </div>
              )}
            </dl>
            <div className={shared.row}>
              {key !== null && (
                <Copy label={t('evidence.log.copyKey')} text={key} />
              )}
              {checkpoint.note !== null && (
                <Copy
                  label={t('evidence.log.copyCheckpoint')}
                  text={checkpoint.note}
                />
              )}
            </div>
          </>
        ) : (
          <p className={shared.line}>{t('evidence.log.none')}</p>
        )}
      </div>
    </Panel>
  );
}
