import type { Assessment } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { daysAgo } from './contoso';
import type { Portal } from './Portal';
import * as ask from './requests';
import type { StepToRecord } from './types';

const dayOf = (days: number) => daysAgo(days).toISOString().slice(0, 10);

/** One that is approved and has a question of its auditor, and one in review. */
export async function twoAssessments(portal: Portal): Promise<void> {
  const start = (body: object) =>
    portal.send<Assessment>('security', '/assessments', body);
  portal.now = daysAgo(0, '09:02');
  await start({ auditors: ['user:default/auditor'] });
  await portal.send('security', '/assessments/1/submit', {
    note: 'The record begins in the middle of the quarter.',
  });
  portal.now = daysAgo(0, '09:04');
  await portal.send('decider', '/assessments/1/decision', {
    decision: 'approved',
    step: 2,
  });
  await portal.send('auditor', '/assessments/1/comments', {
    text: 'Why is there no data before September?',
    control: 'mfa/MFA-01',
  });
  portal.now = daysAgo(0, '09:06');
  await start({
    title: 'October and November',
    from: '2026-10-01',
    to: dayOf(0),
    controls: ['mfa/MFA-01', 'mfa/MFA-07', 'soc2/CC6.1'],
    supersedes: 1,
  });
  await portal.send('security', '/assessments/2/submit', {});
}

/** What is done about the one in review. */
export const assessmentSteps: readonly StepToRecord[] = [
  {
    post: '/assessments/2/decision',
    body: { decision: 'approved', step: 2 },
    then: ask.assessments(1, 2),
  },
  {
    post: '/assessments/2/decision',
    body: { decision: 'returned', note: 'Leave out this month', step: 2 },
    then: ask.assessments(2),
  },
  {
    post: '/assessments/1/comments',
    body: { text: 'It was connected on 22 August.', control: 'mfa/MFA-01' },
    then: ask.assessments(1),
  },
  {
    post: '/assessments',
    body: {
      title: 'Q3 2026',
      from: '2026-07-01',
      to: '2026-09-30',
      controls: Array.from(
        { length: 9 },
        (_, index) => `mfa/MFA-0${index + 1}`,
      ),
    },
    then: ['/assessments', '/assessments/3'],
  },
];
