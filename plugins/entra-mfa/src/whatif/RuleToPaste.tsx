import { CopyTextButton } from '@backstage/core-components';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import styles from './whatif.module.css';

/** A rule as app-config.yaml has it. JSON's text is YAML's, but for what the portal would take for a variable. */
export function ruleText(filter: string): string {
  const text = JSON.stringify(filter).replace(/\$\{/g, '$$$${');
  return [
    'entraMfa:',
    '  scope:',
    '    rules:',
    '      - name: ',
    '        leaveOut:',
    `          filter: ${text}`,
    '        owner: group:default/',
    '        reason: ',
  ].join('\n');
}

/** The rule that was tried, ready for the configuration. */
export function RuleToPaste({ filter }: { filter: string }) {
  const { t } = useWords();
  const text = ruleText(filter);
  return (
    <div className={shared.form}>
      <h3 className={shared.subheading}>{t('scope.paste.title')}</h3>
      <p className={shared.smallLine}>{t('scope.paste.text')}</p>
      <div className={styles.paste}>
        <pre>{text}</pre>
        <CopyTextButton
          text={text}
          aria-label={t('scope.paste.copy')}
          tooltipText={t('scope.paste.copied')}
        />
      </div>
    </div>
  );
}
