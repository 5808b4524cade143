import { z } from 'zod';
import { enumOf } from './enumOf';

/** The data sets that the plugin itself reads, of Microsoft Graph and of the catalog. @public */
export const dataSets = [
  'organization',
  'people-count',
  'users',
  'registrations',
  'feature-summary',
  'leave-dates',
  'role-definitions',
  'role-assignments',
  'role-eligibility',
  'role-groups',
  'role-group-eligibility',
  'role-group-members',
  'catalog-users',
  'catalog-groups',
  'catalog-memberships',
  'catalog-ownership',
] as const;

/** One of {@link dataSets}. @public */
export type KnownDataSet = (typeof dataSets)[number];

/**
 * A data set: one of {@link dataSets}, or one that another module brings, which has a slash in its name
 * (`acme/leavers`). So a name that nobody gave is told from one that is not known here.
 *
 * @public
 */
export const dataSetSchema = z.union([
  enumOf(dataSets),
  z.templateLiteral([z.string().min(1), '/', z.string().min(1)]),
]);

/** See {@link dataSetSchema}. @public */
export type DataSet = z.infer<typeof dataSetSchema>;
