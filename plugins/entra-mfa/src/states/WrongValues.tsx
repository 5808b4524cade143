import { Alert, Button } from '@backstage/ui';
import type { WrongValue } from '../navigation/useCheckedValues';
import { useWords } from '../messages/useWords';
import styles from './states.module.css';

const days = ['at', 'from', 'to'];

const named = [
  'at',
  'from',
  'to',
  'kind',
  'lifecycle',
  'mark',
  'method',
  'reason',
  'role',
  'scopeClass',
  'scopeRule',
  'sort',
  'state',
  'team',
  'tier',
  'trend',
] as const;

type Named = (typeof named)[number];

const isNamed = (name: string): name is Named =>
  named.some(known => known === name);

/** What of the address this page does not know, what it shows instead, and the way back. */
export function WrongValues(props: { wrong: readonly WrongValue[] }) {
  const { t } = useWords();
  if (props.wrong.length === 0) return null;
  return (
    <div className={styles.wrong}>
      {props.wrong.map(({ name, value, noTeam, drop }) => (
        <Alert
          key={name}
          status="warning"
          icon
          role="alert"
          title={
            noTeam
              ? t('states.wrong.noTeam', { ref: value })
              : t('states.wrong.title', {
                  name: isNamed(name) ? t(`states.wrong.name.${name}`) : name,
                  value,
                })
          }
          description={
            noTeam
              ? undefined
              : t(
                  days.includes(name)
                    ? 'states.wrong.day'
                    : 'states.wrong.text',
                )
          }
          customActions={
            <Button size="small" variant="secondary" onPress={drop}>
              {t('states.wrong.drop')}
            </Button>
          }
        />
      ))}
    </div>
  );
}
