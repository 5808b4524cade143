import { z } from 'zod';
import type { Collector } from './types';

const row = z.number().int().nonnegative();

/**
 * How many people and accounts there are to be read. It is no data set of a run: nothing of it is stored
 * as a record, and nothing rests on it. Graph counts in an index, and may be behind by a few.
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
  why: 'To tell how far the first read is',
  documentation: 'https://learn.microsoft.com/graph/api/user-list',
  required: false,
  optional: 'always',
  answer: 'count',
  row,
  toRecords: () => [],
};
