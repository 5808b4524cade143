import type { DataSetId } from '../../collectors/types';

/** The data sets whose records are events: their keys are `<object id>|<time>|<id>`, the time as `toISOString` writes it. */
export const eventDataSets: readonly DataSetId[] = [
  'registration-events',
  'risk-detections',
];

/** The data sets whose records are counts of a day, with which their keys begin. */
export const countDataSets: readonly DataSetId[] = ['risky-sign-ins'];

/** Where the time stands in a key, counted from 1: after the object id, which has 36 signs, and what divides them. */
export const eventTime = { at: 38, length: 24 } as const;
