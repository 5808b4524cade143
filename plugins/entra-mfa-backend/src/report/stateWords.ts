import type {
  PersonState,
  StateReason,
  Tier,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** What a state is called, besides what is covered on a basis. */
export const stateWords: Readonly<Record<PersonState, string>> = {
  covered: 'covered',
  uncovered: 'not covered',
  unknown: 'not known',
  exempt: 'exempt',
  'out-of-scope': 'not counted',
};

/** Why somebody has a state. */
export const reasonWords: Readonly<Record<StateReason, string>> = {
  registered: 'a strong method is registered',
  capable: 'a strong method is registered and allowed',
  'not-registered': 'no strong method is registered',
  'not-capable': 'no method that the methods policy allows',
  'no-row': 'no report row, in two reports in a row',
  'no-row-yet': 'no report row yet',
  'no-licence': 'the tenant has no licence for the report',
  'no-permission': 'the permission for the report is missing',
  'not-read': 'the report has not been read',
  'report-empty': 'Microsoft’s report has no rows yet',
  'missing-property': 'Microsoft gives no value for a property that decides',
  'external-method': 'an external method, which the report leaves out',
  'certificate-scope': 'by certificate scope, not proven',
  'capable-not-known':
    'whether the methods policy allows a method is not known',
  exception: 'an approved exception is in force',
  'break-glass': 'break-glass account',
  mailbox: 'shared mailbox, room or equipment that cannot sign in',
  disabled: 'account disabled',
  guest: 'guest',
  sync: 'directory sync account',
  'bulk-enrolment': 'bulk enrolment account',
  agent: 'agent',
  listed: 'left out by a listed rule',
  'scope-rule': 'left out by a scope rule',
  'future-hire': 'starting later',
};

/** What a tier is called. */
export const tierWords: Readonly<Record<Tier, string>> = {
  'phishing-resistant': 'phishing-resistant',
  passwordless: 'passwordless',
  'app-or-token': 'app or token',
  phone: 'phone',
  other: 'other',
  bootstrap: 'temporary pass',
  'recovery-only': 'recovery only',
  none: 'none',
};
