import type { ControlDay } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { canonicalJson, oscalNamespace } from '@entra-mfa/evidence';
import { statusWords } from '../words';
import { controlIdOf, uuidOf } from './oscalIds';
import type { AssessmentResults, Prop } from './oscalTypes';
import type { Report, ReportedControl } from '../types';

/** Why a control is satisfied or not, in words of OSCAL. */
const reasons: Partial<Record<ControlDay, string>> = {
  met: 'pass',
  'not-met': 'fail',
};

const objectiveIdOf = (key: string) => `${controlIdOf(key)}_obj`;

/** The one version of OSCAL that is written; https://pages.nist.gov/OSCAL-Reference/models/v1.1.2/ */
const OSCAL_VERSION = '1.1.2';

/** What OSCAL is made of, beside the report. */
export interface Observed {
  /** The number of the snapshot or the assessment. */
  version: string;
  /** What it is of, in properties of our own. */
  props: Readonly<Record<string, string>>;
  /** Of what it is the results: UUIDs are made of it. */
  fingerprint: string;
  /** What was seen, in an order that stays. */
  observations: readonly {
    key: string;
    title: string;
    description: string;
    props: Readonly<Record<string, string | number | null>>;
    /** One of the report's sources. */
    file: string;
    fileTells: string;
  }[];
  /** The keys of what a control rests on. */
  observationsOf(control: ReportedControl): readonly string[];
}

/** Titles are of one line in OSCAL; what is called so in a tenant or a configuration may have several. */
const line = (text: string) => text.replace(/\s+/g, ' ').trim();

const prop = (name: string, value: string): Prop => ({
  name,
  ns: oscalNamespace,
  value,
});

/**
 * The controls of a report as OSCAL assessment-results: an observation for each test, or for each control of a period,
 * and a finding for each control in scope. Only what is met is satisfied; whether something is not met, not evaluated or stale is said in
 * properties of our own.
 *
 * @returns canonical JSON: the same bytes for the same report
 */
export function assessmentResults(report: Report, of: Observed): Uint8Array {
  const { fingerprint } = of;
  const at = report.at.toISOString();
  const start = (report.from ?? report.at).toISOString();
  const uuid = (...parts: string[]) => uuidOf(fingerprint, ...parts);
  const controls = report.frameworks.flatMap(one => one.controls);
  const inScope = controls.filter(({ status }) => status !== 'disabled');
  const disabled = controls.filter(({ status }) => status === 'disabled');
  const tool = uuidOf('tool');
  const subject = uuidOf('tenant', report.subject.id);
  const portal = uuidOf('party', 'portal');
  const plan = uuid('resource', 'rules');
  const origins = [{ actors: [{ type: 'tool', 'actor-uuid': tool }] }];
  const select = (those: readonly ReportedControl[]) =>
    those.map(({ key }) => ({ 'control-id': controlIdOf(key) }));
  const document: AssessmentResults = {
    'assessment-results': {
      uuid: uuid('assessment-results'),
      metadata: {
        title: line(`${report.title}: ${report.subject.name}`),
        'last-modified': at,
        version: of.version,
        'oscal-version': OSCAL_VERSION,
        props: [
          prop('tenant', report.subject.id),
          ...Object.entries(of.props).map(([name, value]) => prop(name, value)),
        ],
        roles: [{ id: 'assessor', title: 'Made by a program' }],
        parties: [
          {
            uuid: portal,
            type: 'organization',
            name: 'The portal that runs Entra MFA for Backstage',
          },
        ],
        'responsible-parties': [
          { 'role-id': 'assessor', 'party-uuids': [portal] },
        ],
      },
      'import-ap': {
        href: `#${plan}`,
        remarks: 'The tests, and the rules and settings that they rest on.',
      },
      // OSCAL has no empty lists.
      ...(inScope.length > 0 && {
        'local-definitions': {
          'objectives-and-methods': inScope.map(objectiveOf),
        },
      }),
      results: [
        {
          uuid: uuid('result'),
          title: report.title,
          description: [...report.shows, ...report.doesNotShow].join(' '),
          start,
          end: at,
          'local-definitions': {
            components: [
              {
                uuid: subject,
                type: 'service',
                title: line(`Microsoft Entra tenant ${report.subject.name}`),
                description: 'Whose people, roles and policies were read.',
                status: { state: 'operational' },
              },
            ],
            'assessment-assets': {
              components: [
                {
                  uuid: tool,
                  type: 'software',
                  title: 'Entra MFA for Backstage',
                  description:
                    'Reads a tenant through Microsoft Graph, and tests controls with each sync.',
                  status: { state: 'operational' },
                },
              ],
              'assessment-platforms': [
                {
                  uuid: uuidOf('platform'),
                  title: 'Backstage',
                  'uses-components': [{ 'component-uuid': tool }],
                },
              ],
            },
          },
          'reviewed-controls': {
            'control-selections': [
              {
                'include-controls': select(controls),
                ...(disabled.length > 0 && {
                  'exclude-controls': select(disabled),
                  remarks: 'What is excluded does not apply in this tenant.',
                }),
              },
            ],
          },
          observations: of.observations.map(one => ({
            uuid: uuid('observation', one.key),
            title: line(one.title),
            description: one.description,
            props: Object.entries(one.props).flatMap(([name, value]) =>
              value === null ? [] : [prop(name, `${value}`)],
            ),
            methods: ['TEST'],
            types: ['control-objective'],
            origins,
            subjects: [{ 'subject-uuid': subject, type: 'component' }],
            'relevant-evidence': [
              {
                href: `#${uuid('resource', one.file)}`,
                description: one.fileTells,
              },
            ],
            collected: at,
          })),
          ...(inScope.length > 0 && {
            findings: inScope.map(control =>
              findingOf(control, uuid, origins, of.observationsOf(control)),
            ),
          }),
        },
      ],
      'back-matter': {
        resources: [
          {
            uuid: plan,
            title: 'Rules and settings',
            rlinks: [
              { href: '../rules/rules.md', 'media-type': 'text/markdown' },
            ],
          },
          ...report.sources.map(source => ({
            uuid: uuid('resource', source.file),
            title: source.what,
            rlinks: [
              {
                href: `../${source.file}`,
                'media-type': 'application/json',
                hashes: [{ algorithm: 'SHA-256', value: source.fingerprint }],
              },
            ],
          })),
        ],
      },
    },
  };
  return canonicalJson(document);
}

function objectiveOf({ key, id, words }: ReportedControl) {
  return {
    'control-id': controlIdOf(key),
    parts: [
      {
        id: objectiveIdOf(key),
        name: 'objective',
        title: line(words?.title ?? id),
        ...(words && { prose: words.asks }),
      },
    ],
  };
}

function findingOf(
  { key, id, words, status }: ReportedControl,
  uuid: (...parts: string[]) => string,
  origins: { actors: { type: string; 'actor-uuid': string }[] }[],
  observations: readonly string[],
) {
  const isMet = status === 'met';
  return {
    uuid: uuid('finding', key),
    title: line(words ? `${id}: ${words.title}` : id),
    description: words
      ? `It asks: ${words.asks} This data shows: ${words.shows} It does not show: ${words.missing} A person adds: ${words.adds}`
      : 'The words of this control are not in the portal any more.',
    props: [prop('control', key), prop('status', status)],
    origins,
    target: {
      type: 'objective-id',
      'target-id': objectiveIdOf(key),
      status: {
        state: isMet ? 'satisfied' : 'not-satisfied',
        reason: reasons[status] ?? 'other',
        ...(!isMet &&
          status !== 'not-met' && {
            remarks: `It is ${statusWords[status]}, so it is not shown to be satisfied.`,
          }),
      },
    },
    'related-observations': observations.map(one => ({
      'observation-uuid': uuid('observation', one),
    })),
  };
}
