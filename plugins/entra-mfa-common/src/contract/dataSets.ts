import { z } from 'zod';
import { dataSets } from '../lists';
import { enumOf } from './enumOf';

/**
 * A data set: one of `dataSets`, or one that another module brings, which has a slash in its name
 * (`acme/leavers`). So a name that nobody gave is told from one that is not known here.
 *
 * @public
 */
export const dataSetSchema = z.union([
  enumOf(dataSets),
  z.templateLiteral([z.string().min(1), '/', z.string().min(1)]),
]);

/** See `dataSetSchema`. @public */
export type DataSet = z.infer<typeof dataSetSchema>;
