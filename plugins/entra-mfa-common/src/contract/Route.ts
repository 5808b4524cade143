import { z } from 'zod';
import { endpoints, type RouteName } from '../endpoints';
import { feedMediaType } from '../feed';
import { documentMediaTypes, fileMediaTypes } from '../fileFormats';

const JSON_TYPE = 'application/json';

type Method<N extends RouteName> = (typeof endpoints)[N]['method'];
type Path<N extends RouteName> = (typeof endpoints)[N]['path'];

/** The names of the routes with a method. */
type WithMethod<M extends string> = {
  [N in RouteName]: Method<N> extends M ? N : never;
}[RouteName];

/** The names in the holes of a path. @public */
export type Holes<P extends string> =
  P extends `${string}{${infer Name}}${infer Rest}`
    ? Name | Holes<Rest>
    : never;

/** Parameters of a path, as text. @public */
export type TextParams<P extends string> = z.ZodObject<{
  [_ in Holes<P>]: z.ZodString;
}>;

/** No parameters. @public */
export type NoParams = z.ZodObject<Record<never, never>>;

/**
 * Whether a route answers with JSON, with a file, line by line, with an archive of files, with a document, with a picture, with a page for whoever has its
 * address, or does something first.
 *
 * @public
 */
export type RouteKind =
  | 'json'
  | 'file'
  | 'feed'
  | 'archive'
  | 'document'
  | 'picture'
  | 'page'
  | 'command';

/** A route of the API. @public */
export interface Route<
  Kind extends RouteKind,
  RouteMethod extends 'get' | 'post',
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodObject | null,
  Response extends z.ZodType | null,
> {
  /** See `endpoints`. */
  readonly name: RouteName;
  /** See `RouteKind`. */
  readonly kind: Kind;
  /** In lower case, as a router's own methods are called. */
  readonly method: RouteMethod;
  /** See `endpoints`. */
  readonly path: string;
  /** What it is for, in a line. */
  readonly summary: string;
  /** What fills the holes of the path. */
  readonly params: Params;
  /** What may be asked. */
  readonly query: Query;
  /** What is sent, as JSON; null where nothing is. */
  readonly body: Body;
  /** The media types of the answer. */
  readonly mediaTypes: readonly string[];
  /** What it answers with; null for a file, for lines, for a picture and for a page. */
  readonly response: Response;
}

/** A route, whatever it takes and answers. @public */
export type AnyRoute = Route<
  RouteKind,
  'get' | 'post',
  z.ZodObject,
  z.ZodObject,
  z.ZodObject | null,
  z.ZodType | null
>;

/** A route that reads, and answers with JSON. @public */
export type JsonRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Response extends z.ZodType,
> = Route<'json', 'get', Params, Query, null, Response>;

/** A route that reads, and answers with a file. @public */
export type FileRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
> = Route<'file', 'get', Params, Query, null, null>;

/** A route that reads, and answers line by line. @public */
export type FeedRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
> = Route<'feed', 'get', Params, Query, null, null>;

/** A route that reads, and answers with an archive of files. @public */
export type ArchiveRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
> = Route<'archive', 'get', Params, Query, null, null>;

/** A route that reads, and answers with a document for people to read. @public */
export type DocumentRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
> = Route<'document', 'get', Params, Query, null, null>;

/** A route that reads, and answers with a picture. @public */
export type PictureRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
> = Route<'picture', 'get', Params, Query, null, null>;

/** A route that a browser is led to from elsewhere, and that answers with a page or leads on. @public */
export type PageRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
> = Route<'page', 'get', Params, Query, null, null>;

/** A route that does something, and answers with JSON. @public */
export type CommandRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodObject | null,
  Response extends z.ZodType,
> = Route<'command', 'post', Params, Query, Body, Response>;

/** Describes a route that reads. Without `params`, those of its path are text. */
export function json<
  N extends WithMethod<'get'>,
  Response extends z.ZodType,
  Query extends z.ZodObject = NoParams,
  Params extends z.ZodObject = TextParams<Path<N>>,
>(
  name: N,
  route: {
    summary: string;
    params?: Params;
    query?: Query;
    response: Response;
  },
): JsonRoute<Params, Query, Response> {
  return {
    kind: 'json',
    method: 'get',
    ...common<Params, Query>(name, route),
    body: null,
    mediaTypes: [JSON_TYPE],
    response: route.response,
  };
}

/** Describes routes of a kind that reads, and whose answer has no schema. */
const answering =
  <Kind extends 'file' | 'feed' | 'archive' | 'document' | 'picture' | 'page'>(
    kind: Kind,
    mediaTypes: readonly string[],
  ) =>
  <
    N extends WithMethod<'get'>,
    Query extends z.ZodObject = NoParams,
    Params extends z.ZodObject = TextParams<Path<N>>,
  >(
    name: N,
    route: {
      summary: string;
      params?: Params;
      query?: Query;
    },
  ): Route<Kind, 'get', Params, Query, null, null> => ({
    kind,
    method: 'get',
    ...common<Params, Query>(name, route),
    body: null,
    mediaTypes,
    response: null,
  });

/** Describes a route that answers with a file. */
export const file = answering('file', Object.values(fileMediaTypes));

/** Describes a route that answers with an archive of files. */
export const archive = answering('archive', ['application/zip']);

/** Describes a route that answers with a document for people to read. */
export const document = answering(
  'document',
  Object.values(documentMediaTypes),
);

/** Describes a route that answers line by line. */
export const feed = answering('feed', [feedMediaType]);

/** Describes a route that answers with a picture. */
export const picture = answering('picture', ['image/svg+xml']);

/** Describes a route that answers with a page. */
export const page = answering('page', ['text/html']);

/** Describes a route that does something. */
export function command<
  N extends WithMethod<'post'>,
  Response extends z.ZodType,
  Body extends z.ZodObject | null = null,
  Query extends z.ZodObject = NoParams,
  Params extends z.ZodObject = TextParams<Path<N>>,
>(
  name: N,
  route: {
    summary: string;
    params?: Params;
    query?: Query;
    body?: Body;
    response: Response;
  },
): CommandRoute<Params, Query, Body, Response> {
  return {
    kind: 'command',
    method: 'post',
    ...common<Params, Query>(name, route),
    body: (route.body ?? null) as Body,
    mediaTypes: [JSON_TYPE],
    response: route.response,
  };
}

/** What is not given follows from the path. */
function common<Params extends z.ZodObject, Query extends z.ZodObject>(
  name: RouteName,
  given: { summary: string; params?: Params; query?: Query },
) {
  const { path } = endpoints[name];
  const holes = [...path.matchAll(/\{(\w+)\}/g)].map(([, hole]) => hole);
  const texts = Object.fromEntries(holes.map(hole => [hole, z.string()]));
  return {
    name,
    path,
    summary: given.summary,
    params: given.params ?? (z.object(texts) as z.ZodObject as Params),
    query: given.query ?? (z.object({}) as z.ZodObject as Query),
  };
}
