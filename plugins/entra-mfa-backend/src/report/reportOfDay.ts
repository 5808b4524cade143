import {
  coverageOf,
  formatPermille,
  type ControlResult,
  type ControlTestId,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { fingerprintOf, type EvidenceType } from '@entra-mfa/evidence';
import { controlKey } from '../assess/controls/framework';
import { countTables } from './countTables';
import { bodiesOf, type EvidenceBodies, type EvidenceDay } from './EvidenceDay';
import { rulesWords, settingsOf, toldSettings } from './rules/judgedBy';
import type {
  Headline,
  Report,
  ReportedControl,
  ReportedFramework,
  Trend,
} from './types';
import { counted, figureOf, momentOf, shareOf, testTitles } from './words';

const nameOf = (of: { id: string; name?: string; link?: string | null }) => ({
  id: of.id,
  name: of.name ?? of.id,
  link: of.link ?? null,
});

/** What each type of evidence tells. */
export const typeWords: Readonly<Record<EvidenceType, string>> = {
  'registration-summary': 'Who is covered, on either basis',
  'user-inventory-summary': 'Everybody of the directory, by state and reason',
  'privileged-summary': 'People with a privileged role',
  'strength-and-methods': 'Strength and methods',
  policies: 'What demands MFA',
  'sync-record': 'What was read',
  'control-tests': 'Tests of controls, with their figures',
  'control-status': 'Status of every control',
  'break-glass-register': 'Break-glass accounts, their checks and drills',
  'exceptions-in-force': 'Exceptions in force',
  changes: 'What the snapshot changed',
  'access-reviews': 'Access reviews that were closed',
  holds: 'Figures that were held back',
  'risk-summary': 'People at risk',
  remediation: 'What was to be mended, and how long mending took',
};

/** The report of a day. Every figure of it is one of an item of evidence. */
export function reportOfDay(day: EvidenceDay): Report {
  const { statement, tenant, judgedBy, items } = day;
  const bodies = bodiesOf(items);
  const frameworks = frameworksOf(day, bodies);
  const isStale = frameworks.some(({ controls }) =>
    controls.some(({ status }) => status === 'stale'),
  );
  return {
    title: 'MFA registration',
    subject: tenant,
    at: new Date(statement.at),
    from: null,
    facts: factsOf(day),
    headlines: headlinesOf(bodies, frameworks),
    warnings: [
      ...(isStale
        ? [
            'The data was stale when it was read, so no control is met. What each test came to stands beside it.',
          ]
        : []),
      ...(day.isFromMethods
        ? [
            'The tenant gives no registration report: figures are made from the methods of each person.',
          ]
        : []),
      ...(day.isSigned
        ? []
        : [
            'Nobody signs the log of evidence: it shows that nothing was changed by accident, and not who made it.',
          ]),
    ],
    said: [],
    counts: countTables(bodies),
    trend: trendOf(day),
    frameworks,
    stripDays: day.stripDays,
    rules: [
      { label: 'Rules', value: rulesWords(judgedBy.rulesVersion) },
      { label: 'Settings, SHA-256', value: judgedBy.fingerprint },
      ...toldSettings(settingsOf(judgedBy)).map(({ label, words }) => ({
        label,
        value: words,
      })),
    ],
    shows: [
      'What people of the tenant had registered for MFA, as Microsoft’s report said when it was read.',
      'That the states of everybody add up to the directory: nobody is left out without a reason.',
      'What each test of the controls came to, and that the figures were on record then.',
    ],
    doesNotShow: [
      'That any sign-in asked for MFA. Registration is not enforcement.',
      'What happened between two syncs.',
      'Accounts outside this Entra tenant.',
      'That a framework is fulfilled: what a person has to add stands beside each control.',
    ],
    sourcesNote:
      'All figures above are from these items. They are in the log of evidence under their fingerprints, and in the bundle in the files named here.',
    sources: [...items]
      .sort((a, b) => (a.type < b.type ? -1 : 1))
      .map(item => ({
        what: typeWords[item.type],
        file: `evidence/${item.type}.json`,
        fingerprint: fingerprintOf(item),
      })),
  };
}

function factsOf({ statement, tenant, origin, isSigned }: EvidenceDay) {
  const read = (at: string | null) =>
    at === null ? 'not known' : momentOf(at);
  return [
    { label: 'Entra tenant', value: `${tenant.name} (${tenant.id})` },
    {
      label: 'Snapshot',
      value: `${statement.snapshot}, ${momentOf(statement.at)}`,
    },
    { label: 'Oldest read that it rests on', value: read(statement.readAt) },
    {
      label: 'Microsoft refreshed its report',
      value: read(statement.reportRefreshedAt),
    },
    {
      label: 'Log',
      value: `${origin}, ${isSigned ? 'signed' : 'not signed'}`,
    },
    { label: 'Statement, SHA-256', value: fingerprintOf(statement) },
    {
      label: 'Whom it names',
      value: 'Nobody. People are counted here, and stand in the bundle.',
    },
  ];
}

function headlinesOf(
  bodies: EvidenceBodies,
  frameworks: readonly ReportedFramework[],
): Headline[] {
  const headlines: Headline[] = [];
  const registration = bodies['registration-summary'];
  if (registration) {
    const { covered, uncovered, targetPermille, basis } = registration;
    const { permille, met, short } = coverageOf(
      covered,
      uncovered,
      targetPermille,
    );
    headlines.push({
      label: basis === 'capable' ? 'MFA capable' : 'Registered for MFA',
      value: formatPermille(permille) ?? 'nobody counts',
      note: [
        `target ${shareOf(targetPermille)}`,
        ...(met === true ? ['met'] : []),
        ...(met === false ? [`${counted(short)} short`] : []),
      ].join(', '),
      isGood: met,
    });
    headlines.push({
      label: 'Not covered',
      value: counted(uncovered),
      note: `of ${counted(covered + uncovered)}; ${counted(
        registration.unknown,
      )} not known`,
      isGood: null,
    });
  }
  const privileged = bodies['privileged-summary'];
  if (privileged) {
    headlines.push({
      label: 'Privileged, not covered',
      value: counted(privileged.uncovered),
      note: `of ${counted(privileged.people)} with a privileged role`,
      isGood: null,
    });
  }
  const own = frameworks[0];
  if (own) {
    const inScope = own.controls.filter(({ status }) => status !== 'disabled');
    headlines.push({
      label: `Controls met: ${own.name}`,
      value: counted(inScope.filter(({ status }) => status === 'met').length),
      note: `of ${counted(inScope.length)} in scope`,
      isGood: null,
    });
  }
  return headlines;
}

function trendOf({ days }: EvidenceDay): Trend | null {
  const last = days.at(-1)?.body;
  return last
    ? {
        days: days.map(({ day, body }) => ({
          day,
          covered: body && body.covered,
          uncovered: body && body.uncovered,
        })),
        targetPermille: last.targetPermille,
        covered: last.basis === 'capable' ? 'MFA capable' : 'registered',
      }
    : null;
}

/** The frameworks of the item of statuses: those of the portal in their order, and then what it does not know any more. */
function frameworksOf(
  day: EvidenceDay,
  bodies: EvidenceBodies,
): ReportedFramework[] {
  const statuses = bodies['control-status']?.controls ?? {};
  const tests = bodies['control-tests']?.tests ?? {};
  const controlOf = (
    key: string,
    id: string,
    words: ReportedControl['words'],
  ): ReportedControl[] => {
    const held = statuses[key];
    if (!held) return [];
    const standing = day.standingOf(key);
    return [
      {
        key,
        id,
        words,
        // It may be stale by now; otherwise it is what the item says.
        status: standing.status === 'stale' ? 'stale' : held.status,
        disabledReason:
          held.status === 'disabled' ? standing.disabledReason : null,
        period: null,
        strip: standing.strip,
        tests: held.tests.flatMap(test =>
          tests[test] ? [testOf(day, test, tests[test])] : [],
        ),
      },
    ];
  };
  const known = day.frameworks.map(framework => ({
    ...nameOf(framework),
    controls: framework.controls.flatMap(control =>
      controlOf(controlKey(framework, control), control.id, control.en),
    ),
  }));
  const told = new Set(
    known.flatMap(one => one.controls.map(({ key }) => key)),
  );
  const gone = new Map<string, ReportedControl[]>();
  for (const key of Object.keys(statuses).sort()) {
    if (!told.has(key)) {
      const [framework, ...rest] = key.split('/');
      const those = gone.get(framework) ?? [];
      gone.set(framework, [...those, ...controlOf(key, rest.join('/'), null)]);
    }
  }
  return [
    ...known,
    ...[...gone].map(([id, controls]) => ({
      ...nameOf(day.frameworks.find(one => one.id === id) ?? { id }),
      controls,
    })),
  ].filter(({ controls }) => controls.length > 0);
}

/** A test of evidence in words. */
export function testOf(
  { frameworks }: Pick<EvidenceDay, 'frameworks'>,
  test: string,
  result: NonNullable<EvidenceBodies['control-tests']>['tests'][string],
) {
  const added = frameworks.find(one => one.added?.[test])?.added?.[test];
  return {
    test,
    title: added?.title.en ?? testTitles[test as ControlTestId] ?? test,
    outcome: result.outcome,
    figure: figureOf({ test, ...result } as ControlResult),
  };
}
