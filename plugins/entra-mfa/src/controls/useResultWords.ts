import {
  controlTestIds,
  type ControlResult,
  type ControlTestId,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';

/** Whether it is a test of the plugin, and none that a module added. */
const isOwn = (test: ControlResult['test']): test is ControlTestId =>
  (controlTestIds as readonly string[]).includes(test);

/** Words what a test asks, and what it counted or why it could not run. */
export function useResultWords() {
  const { t, said, targetOf } = useWords();
  return {
    titleOf: ({
      test,
      added,
    }: Pick<ControlResult, 'test' | 'added'>): string => {
      if (isOwn(test)) return t(`controls.test.${camel(test)}`);
      return added ? said(added.title) : test;
    },
    figureOf({
      test,
      outcome,
      reason,
      count,
      of,
      days,
      targetPermille,
    }: ControlResult): string {
      if (reason !== null) return t(`controls.reason.${camel(reason)}`);
      const figures = {
        value: count ?? 0,
        all: of ?? 0,
        days: days ?? 0,
        // A figure and its unit stay on one line.
        target: targetOf(targetPermille ?? 0).replace(' ', '\u00a0'),
      };
      if (!isOwn(test)) {
        if (count === null) return '';
        if (of === null) return t('controls.counted', figures);
        return t(
          targetPermille === null
            ? 'controls.countedOf'
            : 'controls.countedTarget',
          figures,
        );
      }
      if (test === 'review') {
        return t(
          outcome === 'met'
            ? 'controls.closedWithin'
            : 'controls.notClosedWithin',
          { days: figures.days },
        );
      }
      if (test === 'exceptions' && of === 0) return t('controls.noException');
      if (test === 'policies' && count === null) {
        return t('controls.securityDefaults');
      }
      return t(`controls.figure.${camel(test)}`, figures);
    },
  };
}
