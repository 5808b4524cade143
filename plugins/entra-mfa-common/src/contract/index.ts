/**
 * The routes of the API with the schemas of what they take and answer: for who answers them, checks or
 * documents them. Who only calls them needs the client.
 *
 * @packageDocumentation
 */
export * from './routes';
export { clientSecretSchema } from './clientSecret';
export { addedTestIdSchema } from './controls';
export type {
  AnyRoute,
  ArchiveRoute,
  DocumentRoute,
  CommandRoute,
  FeedRoute,
  FileRoute,
  Holes,
  JsonRoute,
  NoParams,
  PageRoute,
  PictureRoute,
  Route,
  RouteKind,
  TextParams,
} from './Route';
export type { Names } from './enumOf';
export { errorBodySchema } from './errors';
export { peopleFilterSchema } from './people';
export { reminderFilterSchema } from './reminders';
export {
  reviewCountsSchema,
  reviewDecisionSchema,
  reviewItemFilterSchema,
} from './reviews';
export {
  countsSchema,
  markSchema,
  phoneEndsSchema,
  problemSchema,
  reasonSchema,
  scopeClassSchema,
  stateSchema,
  tierSchema,
} from './shared';
