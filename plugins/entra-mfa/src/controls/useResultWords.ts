import type { ControlResult } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';

/** Words what a test counted, or why it could not run. */
export function useResultWords() {
  const { t, targetOf } = useWords();
  return ({
    test,
    outcome,
    reason,
    count,
    of,
    days,
    targetPermille,
  }: ControlResult): string => {
    if (reason !== null) return t(`controls.reason.${camel(reason)}`);
    if (test === 'review') {
      return t(
        outcome === 'met'
          ? 'controls.closedWithin'
          : 'controls.notClosedWithin',
        { days: days ?? 0 },
      );
    }
    if (test === 'exceptions' && of === 0) return t('controls.noException');
    if (test === 'policies' && count === null) {
      return t('controls.securityDefaults');
    }
    return t(`controls.figure.${camel(test)}`, {
      value: count ?? 0,
      all: of ?? 0,
      days: days ?? 0,
      // A figure and its unit stay on one line.
      target: targetOf(targetPermille ?? 0).replace(' ', '\u00a0'),
    });
  };
}
