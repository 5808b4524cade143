import { canonicalJson } from '@entra-mfa/evidence';
import {
  methodsByTier,
  rulesWords,
  settingsOf,
  toldSettings,
  type JudgedBy,
} from './judgedBy';

/** Whole files of a bundle. */
export type BundleFiles = { name: string; content: Uint8Array }[];

/**
 * The rules and settings that judged a snapshot, in words and as data, both from one source. With names the settings
 * are there to the byte, so that their fingerprint can be checked; without, ids and names are left out of them.
 */
export function rulesFiles(by: JudgedBy, isNamed: boolean): BundleFiles {
  const told = toldSettings(settingsOf(by));
  const methods = methodsByTier();
  const { rulesVersion, fingerprint } = by;
  const files: BundleFiles = [
    {
      name: 'rules/rules.json',
      content: canonicalJson({
        rulesVersion,
        settingsFingerprint: fingerprint,
        settings: Object.fromEntries(
          told.map(({ name, data }) => [name, data]),
        ),
        methods: Object.fromEntries(
          methods.map(({ tier, methods: those }) => [tier, those]),
        ),
      }),
    },
    {
      name: 'rules/rules.md',
      content: Buffer.from(
        [
          '# Rules and settings',
          '',
          `Rules ${rulesWords(rulesVersion)}.`,
          '',
          `Settings with SHA-256 \`${fingerprint}\`.`,
          '',
          isNamed
            ? '`settings.json` has them to the byte; that is what the SHA-256 is made of, as a string of canonical JSON (RFC 8785).'
            : 'Ids and names are left out here. A bundle with names has the settings to the byte, of which the SHA-256 is made.',
          '',
          '## What the rules were given',
          '',
          ...told.map(({ label, words }) => `- **${label}**: ${words}`),
          '',
          '## Whose state it is',
          '',
          '- **covered**: Microsoft’s report says of the person what counts as covered above',
          '- **uncovered**: it says that they are not, or two reports had no row of them',
          '- **unknown**: it does not say; never counted as covered',
          '- **exempt**: an approved exception is in force',
          '- **out-of-scope**: not counted, for a reason that is told',
          '',
          'Coverage is covered of covered and uncovered. It is cut off and never rounded up.',
          '',
          '## Methods, the strongest first',
          '',
          'They tell the strength of what somebody registered: a person has the tier of the strongest method. Whether they are covered is what the report says of them.',
          '',
          ...methods.map(
            ({ tier, methods: those }) =>
              `- **${tier}**: ${those.join(', ') || 'no method'}`,
          ),
          '',
        ].join('\n'),
      ),
    },
  ];
  if (isNamed) {
    files.push({
      name: 'rules/settings.json',
      content: Buffer.from(by.settingsText, 'utf8'),
    });
  }
  return files;
}
