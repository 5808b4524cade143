import { z } from 'zod';
import type { Collector } from './types';

const row = z.number().int().nonnegative();

/**
 * How many people and accounts there are to be read. It is no data set of a run: nothing of it is stored
 * as a record. Far fewer people than that are doubted. Graph counts in an index, and may be behind by a few.
 */
export const peopleCount: Collector<z.infer<typeof row>> = {
  id: 'people-count',
  title: 'Number of users',
  source: 'graph',
  endpoint: '/users/$count',
  query: {},
  headers: { ConsistencyLevel: 'eventual', Accept: 'text/plain' },
  pace: 'directory',
  permission: 'User.Read.All',
  licence: null,
  why: 'To tell how far a read is, and whether everybody came',
  documentation: 'https://learn.microsoft.com/graph/api/user-list',
  required: 'no',
  optional: 'always',
  answer: 'count',
  row,
  toRecords: () => [],
};
