import { z } from 'zod';
import { getBreakGlass } from './breakGlass';
import { getChanges } from './changes';
import { getEntraGroups } from './entraGroups';
import { getExceptions } from './exceptions';
import { fileParamsSchema } from './fileParams';
import { getUnmatched } from './people';
import { getServices, getTeamServices } from './reach';
import { getRoles } from './roleList';
import { file } from './Route';
import { getRuns } from './runs';
import { booleanQuerySchema } from './shared';
import { getTeams } from './teams';

/** What says only which page of a list is wanted, and for whom. */
type PageKeys = 'cursor' | 'limit' | 'count' | 'withoutNames';

/** A query of a list without its pages. @public */
export type WithoutPages<Shape extends z.ZodRawShape> = z.ZodObject<
  Omit<Shape, PageKeys>
>;

/** As `WithoutPages`, of a list that names people. @public */
export type NamedWithoutPages<Shape extends z.ZodRawShape> = z.ZodObject<
  Omit<Shape, PageKeys> & { names: typeof namesSchema }
>;

/** Names, ids and refs in place of pseudonyms; needs a permission of its own. */
const namesSchema = booleanQuerySchema.default(false);

/** A file has the filters and the order of its list, whatever these are, and all of its pages. */
function allOf<Shape extends z.ZodRawShape>(
  list: z.ZodObject<Shape>,
): WithoutPages<Shape> {
  const {
    cursor: _cursor,
    limit: _limit,
    count: _count,
    withoutNames: _withoutNames,
    ...shape
  } = list.shape as z.ZodRawShape;
  return z.object(shape) as z.ZodObject as WithoutPages<Shape>;
}

/** The same of a list that names people. */
function namedOf<Shape extends z.ZodRawShape>(
  list: z.ZodObject<Shape>,
): NamedWithoutPages<Shape> {
  return allOf(list).extend({
    names: namesSchema,
  }) as z.ZodObject as NamedWithoutPages<Shape>;
}

export const exportTeams = file('exportTeams', {
  summary: 'Teams with their coverage, as a file',
  params: fileParamsSchema,
  query: allOf(getTeams.query),
});

export const exportEntraGroups = file('exportEntraGroups', {
  summary: 'Groups of the tenant with their coverage, as a file',
  params: fileParamsSchema,
  query: allOf(getEntraGroups.query),
});

export const exportTeamServices = file('exportTeamServices', {
  summary: 'What a team owns and reaches, as a file',
  params: getTeamServices.params.extend(fileParamsSchema.shape),
  query: allOf(getTeamServices.query),
});

export const exportServices = file('exportServices', {
  summary: 'What is owned in the catalog, as a file',
  params: fileParamsSchema,
  query: allOf(getServices.query),
});

export const exportRoles = file('exportRoles', {
  summary: 'Directory roles with who has them, counted, as a file',
  params: fileParamsSchema,
  query: allOf(getRoles.query),
});

export const exportChanges = file('exportChanges', {
  summary:
    'Who changed between two dates as a file, under pseudonyms or with names',
  params: fileParamsSchema,
  query: namedOf(getChanges.query),
});

export const exportUnmatched = file('exportUnmatched', {
  summary: 'What belongs to nobody as a file, under pseudonyms or with names',
  params: fileParamsSchema,
  query: namedOf(getUnmatched.query),
});

export const exportExceptions = file('exportExceptions', {
  summary: 'Exceptions as a file, under pseudonyms or with names',
  params: fileParamsSchema,
  query: namedOf(getExceptions.query),
});

export const exportBreakGlass = file('exportBreakGlass', {
  summary:
    'The checks of break-glass accounts as a file, under pseudonyms or with names',
  params: fileParamsSchema,
  query: namedOf(getBreakGlass.query),
});

export const exportRuns = file('exportRuns', {
  summary: 'Syncs, as a file',
  params: fileParamsSchema,
  query: allOf(getRuns.query),
});
