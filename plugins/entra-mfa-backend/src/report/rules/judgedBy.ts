import {
  tierOfMethod,
  tiers,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { codeOfVersion } from '../../assess/rulesVersion';
import { defaultDrillDays, type RuleSettings } from '../../assess/types';
import { shareOf } from '../words';

/** One of the settings that rules are given, as it is told. */
export interface ToldSetting {
  /** Its name in `rules.json`. */
  name: string;
  label: string;
  /** Without ids and names of people, and without texts that may have them: how many there are stands for them. */
  data: unknown;
  words: string;
}

const how = (count: number, one: string, many = `${one}s`) =>
  count === 0 ? 'none' : `${count} ${count === 1 ? one : many}`;

/** Every setting that rules are given, in the order in which they are told. */
export function toldSettings(settings: RuleSettings): ToldSetting[] {
  const told = (
    name: string,
    label: string,
    data: unknown,
    words: string,
  ): ToldSetting => ({ name, label, data, words });
  const { basis, targetPermille, countGuests, scopeRules = [] } = settings;
  const drillDays = settings.drillDays ?? defaultDrillDays;
  const roles = [...(settings.privilegedRoles ?? [])].sort();
  return [
    told(
      'basis',
      'What counts as covered',
      basis,
      basis === 'capable'
        ? 'MFA capable: Microsoft’s report says that a strong method is registered and allowed'
        : 'registered: Microsoft’s report says that a strong method is registered',
    ),
    told('targetPermille', 'Target', targetPermille, shareOf(targetPermille)),
    told(
      'countGuests',
      'Guests',
      countGuests,
      countGuests ? 'are counted as members are' : 'are not counted',
    ),
    told(
      'userTypeNull',
      'Accounts without a user type',
      settings.userTypeNull ?? null,
      settings.userTypeNull ? 'count as members' : 'are not known',
    ),
    told(
      'mailboxes',
      'Shared mailboxes, rooms and equipment',
      settings.mailboxes ?? false,
      settings.mailboxes
        ? 'are told by what their mailbox is for, and not counted'
        : 'are not told from people',
    ),
    told(
      'breakGlassAccounts',
      'Break-glass accounts',
      settings.breakGlassIds.length,
      `${how(
        settings.breakGlassIds.length,
        'account',
      )}, not counted; a drill is due every ${drillDays} days`,
    ),
    told('drillDays', 'Days between drills', drillDays, `${drillDays}`),
    told(
      'privilegedRoles',
      'Further roles that count as privileged',
      roles,
      roles.length === 0 ? 'none' : roles.join(', '),
    ),
    told(
      'listedAccounts',
      'Accounts that are left out one by one',
      settings.listed.length,
      how(settings.listed.length, 'account'),
    ),
    told(
      'listedPatterns',
      'Patterns of names that are left out',
      settings.listedPatterns.length,
      how(settings.listedPatterns.length, 'pattern'),
    ),
    told(
      'scopeRules',
      'Rules that leave people out',
      scopeRules.map(({ filter, group }) => ({
        byFilter: filter !== null,
        byGroup: group !== null,
      })),
      how(scopeRules.length, 'rule'),
    ),
  ];
}

/** The tiers with the methods that are in each, the strongest first. */
export function methodsByTier(): { tier: string; methods: string[] }[] {
  return [...tiers].reverse().map(tier => ({
    tier,
    methods: Object.keys(tierOfMethod)
      .filter(method => tierOfMethod[method] === tier)
      .sort(),
  }));
}

/** By what a snapshot was judged. */
export interface JudgedBy {
  rulesVersion: string;
  /** SHA-256 of the settings, as the statement of the snapshot has it. */
  fingerprint: string;
  /** As the snapshot keeps them: JSON to the byte, of which the fingerprint is made. */
  settingsText: string;
}

/** The settings of a snapshot. */
export const settingsOf = ({ settingsText }: Pick<JudgedBy, 'settingsText'>) =>
  JSON.parse(settingsText) as RuleSettings;

/** The version of the rules in words. */
export const rulesWords = (rulesVersion: string) =>
  `${rulesVersion}: version ${codeOfVersion(
    rulesVersion,
  )} of the code, with the fingerprint of what it was given`;
