import {
  entraMfaExceptionDecidePermission,
  entraMfaExceptionRequestPermission,
  type Exceptions,
  type ExceptionState,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import { PanelAside } from '../components/PanelAside';
import { SearchText } from '../components/SearchText';
import { useCheckedValues } from '../navigation/useCheckedValues';
import { usePageParams } from '../navigation/usePageParams';
import { exceptionsChecks } from '../navigation/valueChecks';
import { Notice } from '../states/Notice';
import { WrongValues } from '../states/WrongValues';
import { statusOf } from '../api/statusOf';
import { useWords } from '../messages/useWords';
import { AskDialog } from './AskDialog';
import { ExceptionsExport } from './ExceptionsExport';
import { ExceptionSection } from './ExceptionSection';
import { useExceptionList } from './useExceptionList';
import styles from './exceptions.module.css';

const waiting: readonly ExceptionState[] = ['requested'];
const inForce: readonly ExceptionState[] = ['in-force'];
const over: readonly ExceptionState[] = [
  'ended',
  'expired',
  'refused',
  'withdrawn',
  'lapsed',
];

const anyOf = (states: Exceptions['states']) =>
  Object.values(states).some(count => count > 0);

/** Exceptions: those that wait for a decision first, then in force by their end, then what is over. */
export function ExceptionsTab() {
  const { t } = useWords();
  const params = usePageParams();
  const { values, change, wrong } = useCheckedValues(exceptionsChecks);
  const { q } = values;
  const { data: first, error } = useExceptionList(
    'waiting',
    waiting,
    'requested',
    q,
  );
  if (statusOf(error) === 403) {
    return (
      <Notice title={t('states.noPermission.title')}>
        <p>
          {t('exceptions.noPermission', {
            request: <code>{entraMfaExceptionRequestPermission.name}</code>,
            decide: <code>{entraMfaExceptionDecidePermission.name}</code>,
          })}
        </p>
      </Notice>
    );
  }
  return (
    <Panel
      title={t('exceptions.title')}
      aside={
        <PanelAside>
          {first?.may.request && !params.at && (
            <AskDialog tenant={params.tenant} limits={first.limits} />
          )}
          <ExceptionsExport q={q} disabled={!first || !anyOf(first.states)} />
        </PanelAside>
      }
    >
      <p className={styles.intro}>
        {t(params.at ? 'exceptions.past' : 'exceptions.intro')}
      </p>
      <WrongValues wrong={wrong} />
      {first && anyOf(first.states) && (
        <div className={styles.search}>
          <SearchText
            value={q}
            onChange={typed => change({ q: typed })}
            label={t('exceptions.search')}
            placeholder={t('exceptions.search')}
          />
        </div>
      )}
      <ExceptionSection
        name="waiting"
        states={waiting}
        sort="requested"
        q={q}
      />
      <ExceptionSection name="inForce" states={inForce} sort="until" q={q} />
      <ExceptionSection name="over" states={over} sort="requested" q={q} />
    </Panel>
  );
}
