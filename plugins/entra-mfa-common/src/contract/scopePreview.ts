import { z } from 'zod';
import { longestFilter, propertiesOnDemand } from '../scopeFilter';
import { enumOf } from './enumOf';
import { personSchema } from './people';
import { json } from './Route';
import { atQuerySchema, snapshotRefSchema, tenantRefSchema } from './shared';
import { whatIfFigureSchema } from './whatIf';

const count = z.number().int().nonnegative();

/** `GET /v1/scope-preview`: a rule that is tried. @public */
export const scopePreviewQuerySchema = atQuerySchema.extend({
  /** The filter of a rule beside those in force. Without one, none is added. */
  leaveOut: z.string().max(longestFilter).optional(),
  /** The name of a rule in force that is taken away, or in whose place the new one is. */
  inPlaceOf: z.string().max(100).optional(),
  /** How many people are named at most. */
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** How many people would move, and those of them who are known to be privileged. @public */
export const scopeMoveSchema = z.object({ people: count, privileged: count });

/**
 * The answer of `GET /v1/scope-preview`: what a rule would do to the people of a snapshot. It is computed for the
 * question and stored nowhere.
 *
 * @public
 */
export const scopePreviewSchema = z.object({
  tenant: tenantRefSchema,
  snapshot: snapshotRefSchema,
  shown: whatIfFigureSchema,
  assumed: whatIfFigureSchema,
  /** Who counts now and would be out of scope, and who is out of scope and would come in. */
  leave: scopeMoveSchema,
  enter: scopeMoveSchema,
  /** Properties that the filter names and that are not read, because no rule in force names them: they fit nobody. */
  notRead: z.array(enumOf(propertiesOnDemand)),
  /** Those who would move, as they are now; privileged people first. */
  items: z.array(
    z.object({ change: enumOf(['leaves', 'enters']), person: personSchema }),
  ),
});

/** See `scopePreviewSchema`. @public */
export type ScopePreview = z.infer<typeof scopePreviewSchema>;

export const previewScope = json('previewScope', {
  summary: 'What a scope rule would do, and to whom; nothing is stored',
  query: scopePreviewQuerySchema,
  response: scopePreviewSchema,
});
