import {
  type Assessment,
  type AssessmentStep,
  type GapKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { fingerprintOf, type EvidenceType } from '@entra-mfa/evidence';
import { countMetThroughout } from '../assess/assessments/controlOverPeriod';
import { controlKey } from '../assess/controls/framework';
import type { AssessedPeriod } from './AssessedPeriod';
import { typeWords } from './reportOfDay';
import { rulesWords, settingsOf, toldSettings } from './rules/judgedBy';
import type {
  CountTable,
  Headline,
  Report,
  ReportedFramework,
  WordTable,
} from './types';
import { counted, momentOf } from './words';

const DAY = 24 * 3_600_000;

const stateWords: Readonly<Record<Assessment['state'], string>> = {
  draft: 'draft, not approved',
  'in-review': 'in review, not approved yet',
  returned: 'returned, not approved',
  approved: 'approved',
  superseded: 'approved, and replaced by a newer one since',
};

const notApproved: Readonly<Partial<Record<Assessment['state'], string>>> = {
  draft: 'Not approved: this is a draft.',
  'in-review': 'Not approved yet: somebody else has to look at it.',
  returned: 'Not approved: somebody else gave it back.',
};

const stepWords: Readonly<Record<AssessmentStep['kind'], string>> = {
  drafted: 'started',
  changed: 'changed',
  submitted: 'submitted',
  returned: 'returned',
  approved: 'approved',
  superseded: 'replaced',
};

/** The report of an assessment. Every figure of it is one of the assessment. */
export function reportOfAssessment(of: AssessedPeriod): Report {
  const { assessment, judgedBy, statement } = of;
  const { number, title, tenant, from, to, result } = assessment;
  return {
    title: `Assessment ${number}, ${title}`,
    subject: tenant,
    at: new Date(Date.parse(to) + DAY - 1),
    from: new Date(from),
    facts: factsOf(of),
    headlines: headlinesOf(assessment),
    warnings: warningsOf(of),
    said: saidOf(assessment),
    counts: countsOf(of),
    trend: null,
    frameworks: frameworksOf(of),
    stripDays: { from, to },
    rules: judgedBy
      ? [
          {
            label: 'Rules at the end',
            value: rulesWords(judgedBy.rulesVersion),
          },
          {
            label: 'Changes of the rules',
            value:
              result.rulesChanges
                .map(
                  ({ at, before, after }) =>
                    `${momentOf(at)}: ${before} to ${after}`,
                )
                .join('; ') || 'none in the period',
          },
          { label: 'Settings, SHA-256', value: judgedBy.fingerprint },
          ...toldSettings(settingsOf(judgedBy)).map(({ label, words }) => ({
            label,
            value: words,
          })),
        ]
      : [],
    shows: [
      'What each control was on each day, by the worst status that it had on fresh data; a day without fresh data is never met.',
      'Who prepared this and who approved it, each step with its time.',
      'That what it rests on was on record then: findings and snapshots stand in the log of evidence.',
    ],
    doesNotShow: [
      'That any sign-in asked for MFA. Registration is not enforcement.',
      'What happened between two syncs.',
      'Accounts outside this Entra tenant.',
      'That a framework is fulfilled: what a person has to add stands beside each control.',
    ],
    sourcesNote:
      'All figures above are those of assessment.json. What it rests on is in evidence/ of the bundle, one file for each finding, and in the log of evidence under its fingerprint.',
    sources: [
      {
        what: 'The assessment, with its steps and comments',
        file: 'assessment.json',
        fingerprint: fingerprintOf(statement),
      },
      ...of.snapshots.map((snapshot, place) => ({
        what: `The ${place === 0 ? 'first' : 'last'} snapshot, ${momentOf(
          snapshot.at,
        )}`,
        file: `snapshots/${snapshot.snapshot}.json`,
        fingerprint: fingerprintOf(snapshot),
      })),
    ],
  };
}

function factsOf({ assessment, origin, isSigned }: AssessedPeriod) {
  const { tenant, state, prepared, preparers, steps, result } = assessment;
  const approved = steps.findLast(({ kind }) => kind === 'approved');
  return [
    { label: 'Entra tenant', value: `${tenant.name} (${tenant.id})` },
    {
      label: 'Period',
      value: `${assessment.from} to ${assessment.to}, ${counted(
        result.days,
      )} days (UTC)`,
    },
    { label: 'State', value: stateWords[state] },
    {
      label: 'Prepared by',
      value: `${preparers.join(', ')}, since ${momentOf(prepared.at)}`,
    },
    {
      label: 'Approved by',
      value: approved
        ? `${approved.by}, ${momentOf(approved.at)}`
        : 'nobody yet',
    },
    {
      label: assessment.fingerprint
        ? 'As it was submitted'
        : 'As it would be now',
      value: momentOf(result.computedAt),
    },
    {
      label: 'Result, SHA-256',
      value: assessment.fingerprint ?? 'none: it was not submitted',
    },
    { label: 'Log', value: `${origin}, ${isSigned ? 'signed' : 'not signed'}` },
    {
      label: 'Whom it names',
      value:
        'Users of the portal who prepared, approved or commented. Nobody of the directory is named by a figure.',
    },
  ];
}

function warningsOf({ assessment, isSigned }: AssessedPeriod): string[] {
  const { state, result, supersededBy } = assessment;
  const { population, snapshots } = result;
  return [
    ...(notApproved[state] ? [notApproved[state]] : []),
    ...(state === 'superseded'
      ? [`Assessment ${supersededBy} took its place.`]
      : []),
    ...(snapshots ? [] : ['Nothing was on record in this period.']),
    ...(population.complete < population.snapshots
      ? [
          `At ${counted(population.complete)} of ${counted(
            population.snapshots,
          )} syncs it is on record that the parts of the directory add up to all of it.`,
        ]
      : []),
    ...(result.lost
      ? []
      : [
          'Lost registrations are not known: people of that time are not kept any more.',
        ]),
    ...(isSigned
      ? []
      : [
          'Nobody signs the log of evidence: it shows that nothing was changed by accident, and not who made it.',
        ]),
  ];
}

function headlinesOf({ result }: Assessment): Headline[] {
  const { controls, population, lost, exceptions } = result;
  const applies = controls.filter(({ worst }) => worst.status !== 'disabled');
  const headline = (label: string, value: number | null, note: string) => ({
    label,
    value: value === null ? 'not known' : counted(value),
    note,
    isGood: null,
  });
  return [
    headline(
      'Controls met on every day',
      countMetThroughout(controls),
      `of ${counted(applies.length)} that apply`,
    ),
    headline(
      'Syncs that add up',
      population.complete,
      `of ${counted(population.snapshots)}`,
    ),
    headline(
      'Lost registrations',
      lost && lost.people,
      lost ? `${counted(lost.open)} open at the end` : 'people are not kept',
    ),
    headline(
      'Exceptions in force',
      exceptions.inForce,
      `${counted(exceptions.atEnd)} at the end`,
    ),
  ];
}

function saidOf({ steps, comments }: Assessment): WordTable[] {
  return [
    {
      title: 'Who prepared and approved it',
      columns: [
        { title: 'Step', width: 14 },
        { title: 'By', width: 28 },
        { title: 'When', width: 20 },
        { title: 'What they said', width: 38 },
      ],
      rows: steps.map(({ kind, by, at, note, supersededBy }) => [
        supersededBy === null
          ? stepWords[kind]
          : `${stepWords[kind]} by ${supersededBy}`,
        by,
        momentOf(at),
        note ?? '',
      ]),
    },
    ...(comments.length > 0
      ? [
          {
            title: 'Comments',
            columns: [
              { title: 'About', width: 14 },
              { title: 'By', width: 28 },
              { title: 'When', width: 20 },
              { title: 'Comment', width: 38 },
            ],
            rows: comments.map(({ control, by, at, text }) => [
              control ?? 'all of it',
              by,
              momentOf(at),
              text,
            ]),
          },
        ]
      : []),
  ];
}

const gapWords: Readonly<Record<GapKind, string>> = {
  uncovered: 'not registered',
  'privileged-phone-only': 'privileged, only a phone',
  'break-glass': 'findings in the break-glass register',
  connection: 'connection',
};

const inDays = (seconds: number | undefined) =>
  seconds === undefined ? null : Math.round(seconds / 8640) / 10;

function countsOf({ assessment: { result }, rests }: AssessedPeriod) {
  const { population, lost, gaps, exceptions, reviewsClosed } = result;
  const byType = new Map<EvidenceType, number>();
  for (const { type } of rests) byType.set(type, (byType.get(type) ?? 0) + 1);
  const table = (title: string, rows: CountTable['rows']): CountTable => ({
    title,
    columns: ['What', 'Count'],
    rows,
  });
  return [
    table('Whether everybody was counted', [
      ['syncs of the period', population.snapshots],
      ['at which the parts of the directory add up', population.complete],
      ['of which that is not on record', population.notRecorded],
    ]),
    table('Lost registrations', [
      ['people who lost theirs', lost && lost.people],
      [
        'who registered again, left or are not counted any more',
        lost && lost.closed,
      ],
      ['open at the end', lost && lost.open],
      ['median, in hours', lost && lost.medianHours],
      ['longest, in hours', lost && lost.longestHours],
    ]),
    ...(gaps ?? []).map(({ kind, opened, closed, open, timeToFix }) =>
      table(`To be mended: ${gapWords[kind]}`, [
        ['opened in the period', opened],
        ['fixed in the period', closed.fixed],
        [
          'closed otherwise: exempt, out of scope, or gone',
          closed.exempt + closed['left-scope'] + closed.left,
        ],
        ['open at the end', open],
        ['half fixed within, in days', inDays(timeToFix?.medianSeconds)],
        ['nine in ten fixed within, in days', inDays(timeToFix?.p90Seconds)],
      ]),
    ),
    table('Exceptions and reviews', [
      ['exceptions in force at some time', exceptions.inForce],
      ['exceptions in force at the end', exceptions.atEnd],
      ['access reviews closed', reviewsClosed],
    ]),
    ...(rests.length > 0
      ? [
          table(
            'What it rests on',
            [...byType].sort().map(([type, count]) => [typeWords[type], count]),
          ),
        ]
      : []),
  ];
}

/** The controls of the assessment, in the order in which it has them. */
function frameworksOf({
  assessment: { controls, result },
  frameworks,
}: AssessedPeriod): ReportedFramework[] {
  const told = new Map<string, ReportedFramework>();
  for (const { control, framework, id } of controls) {
    const assessed = result.controls.find(one => one.control === control);
    if (!assessed) continue;
    const known = frameworks.find(one => one.id === framework.id);
    const { days, worst, strip } = assessed;
    const earlier = told.get(framework.id);
    told.set(framework.id, {
      id: framework.id,
      name: framework.name,
      link: known?.link ?? null,
      controls: [
        ...(earlier?.controls ?? []),
        {
          key: control,
          id,
          words:
            known?.controls.find(one => controlKey(known, one) === control)
              ?.en ?? null,
          status: worst.status,
          period: { met: days.met, of: result.days - days.disabled, worst },
          disabledReason: null,
          strip,
          tests: [],
        },
      ],
    });
  }
  return [...told.values()];
}
