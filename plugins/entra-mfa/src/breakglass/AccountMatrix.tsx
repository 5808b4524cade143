import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import {
  breakGlassCheckIds,
  type BreakGlassAccount,
  type BreakGlassCheckResult,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import { ScrollRegion } from '../components/ScrollRegion';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { OutcomeLabel } from './OutcomeLabel';
import { useAccountName } from './useAccountName';
import { useCheckWords } from './useCheckWords';
import shared from '../components/shared.module.css';
import styles from './breakGlass.module.css';

function Result(props: {
  result: BreakGlassCheckResult;
  account: string;
  isOpen: boolean;
  onToggle: () => void;
}) {
  const { result, account, isOpen, onToggle } = props;
  const { t } = useWords();
  const found = useCheckWords();
  const Arrow = isOpen ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <>
      <button
        type="button"
        className={styles.expander}
        aria-expanded={isOpen}
        aria-label={t('breakGlass.matrix.cell', {
          outcome: t(`breakGlass.outcome.${camel(result.outcome)}`),
          check: t(`breakGlass.check.${camel(result.check)}`),
          account,
        })}
        title={found(result)}
        onClick={onToggle}
      >
        <OutcomeLabel outcome={result.outcome} />
        <Arrow size={16} aria-hidden />
      </button>
      {isOpen && <p className={styles.found}>{found(result)}</p>}
    </>
  );
}

/** Accounts across, checks down: what each check came to, and behind it what it found. */
export function AccountMatrix({ accounts }: { accounts: BreakGlassAccount[] }) {
  const { t } = useWords();
  const nameOf = useAccountName();
  const checks = breakGlassCheckIds.filter(id =>
    accounts.some(account => account.checks.some(({ check }) => check === id)),
  );
  const all = accounts.flatMap(({ id, checks: results }) =>
    results.map(({ check }) => `${id} ${check}`),
  );
  const [open, setOpen] = useState<readonly string[]>([]);
  const isAllOpen = all.every(key => open.includes(key));
  const toggle = (key: string) =>
    setOpen(
      open.includes(key) ? open.filter(one => one !== key) : [...open, key],
    );
  return (
    <Panel
      title={t('breakGlass.matrix.title')}
      aside={
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setOpen(isAllOpen ? [] : all)}
        >
          {t(isAllOpen ? 'breakGlass.matrix.close' : 'breakGlass.matrix.open')}
        </Button>
      }
    >
      <ScrollRegion label={t('breakGlass.matrix.title')}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('breakGlass.column.check')}</th>
              {accounts.map(account => (
                <th key={account.id} scope="col">
                  <span className={styles.name}>{nameOf(account)}</span>
                  <OutcomeLabel outcome={account.outcome} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {checks.map(check => (
              <tr key={check}>
                <th scope="row">{t(`breakGlass.check.${camel(check)}`)}</th>
                {accounts.map(account => {
                  const result = account.checks.find(
                    one => one.check === check,
                  );
                  const key = `${account.id} ${check}`;
                  return (
                    <td key={account.id} className={shared.breakable}>
                      {result && (
                        <Result
                          result={result}
                          account={nameOf(account)}
                          isOpen={open.includes(key)}
                          onToggle={() => toggle(key)}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Panel>
  );
}
