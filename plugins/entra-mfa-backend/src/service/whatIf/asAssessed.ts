import {
  markSchema,
  reasonSchema,
  scopeClassSchema,
  stateSchema,
  tierSchema,
} from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { Assessment } from '../../assess/types';
import { toBoolean } from '../../store/sql/toBoolean';
import type { Assessed } from '../../store/read/readFactsAt';

/** The assessment that a snapshot kept of somebody. */
export function asAssessed(row: Assessed): Assessment {
  return {
    state: stateSchema.parse(row.state),
    reason: reasonSchema.parse(row.reason),
    scopeClass: scopeClassSchema.nullable().parse(row.scope_class),
    scopeRule: row.scope_rule,
    registered: toBoolean(row.registered),
    capable: toBoolean(row.capable),
    tier: tierSchema.nullable().parse(row.tier),
    methods: [],
    marks: markSchema.array().parse(JSON.parse(row.marks)),
    phoneEnds: row.phone_ends,
    privileged: toBoolean(row.privileged),
    noRowRuns: row.no_row_runs,
    exceptionId: row.exception_id,
  };
}
