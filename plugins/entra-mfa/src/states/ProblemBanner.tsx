import type { ReactNode } from 'react';
import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Alert } from '@backstage/ui';
import { useWords } from '../messages/useWords';
import { ProblemList } from './ProblemList';

/** A band that tells each problem and what to do about it; nothing where there is none. */
export function ProblemBanner(props: {
  problems: Overview['freshness']['problems'];
  /** Below the problems: what helps against them. */
  children?: ReactNode;
}) {
  const { t } = useWords();
  if (props.problems.length === 0) return null;
  return (
    <Alert
      status="warning"
      icon
      role="status"
      title={t('states.problem.title')}
      description={
        <>
          <ProblemList problems={props.problems} />
          {props.children}
        </>
      }
    />
  );
}
