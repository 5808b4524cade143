import { agent } from './agent';
import { basis } from './basis';
import { breakGlass } from './breakGlass';
import { bulkEnrolment } from './bulkEnrolment';
import { certificateScope } from './certificateScope';
import { disabled } from './disabled';
import { exception } from './exception';
import { externalMethod } from './externalMethod';
import { futureHire } from './futureHire';
import { guest } from './guest';
import { listed } from './listed';
import { mailbox } from './mailbox';
import { missingProperty } from './missingProperty';
import { noRow } from './noRow';
import { reportMissing } from './reportMissing';
import { scopeRule } from './scopeRule';
import { syncAccount } from './syncAccount';
import type { Rule } from './types';

/** Every rule, in the order in which it is asked: the first that fits decides. */
export const rules: readonly Rule[] = [
  breakGlass,
  mailbox,
  disabled,
  guest,
  syncAccount,
  bulkEnrolment,
  agent,
  listed,
  scopeRule,
  futureHire,
  exception,
  missingProperty,
  reportMissing,
  noRow,
  externalMethod,
  certificateScope,
  basis,
];
