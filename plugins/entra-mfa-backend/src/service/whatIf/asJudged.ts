import {
  markSchema,
  reasonSchema,
  scopeClassSchema,
  stateSchema,
  tierSchema,
} from 'backstage-plugin-entra-mfa-common';
import type { Assessment } from '../../assess/types';
import { flag } from '../../store/sql/flag';
import type { Judged } from '../../store/read/readFactsAt';

/** The judgement that a snapshot kept of somebody. */
export function asJudged(row: Judged): Assessment {
  return {
    state: stateSchema.parse(row.state),
    reason: reasonSchema.parse(row.reason),
    scopeClass: scopeClassSchema.nullable().parse(row.scope_class),
    registered: flag(row.registered),
    capable: flag(row.capable),
    tier: tierSchema.nullable().parse(row.tier),
    methods: [],
    marks: markSchema.array().parse(JSON.parse(row.marks)),
    phoneEnds: row.phone_ends,
    privileged: flag(row.privileged),
    noRowRuns: row.no_row_runs,
    exceptionId: row.exception_id,
  };
}
