import type { z } from 'zod';

/** Parameters of a path that are text. @public */
export type TextParams<Names extends string = never> = z.ZodObject<{
  [_ in Names]: z.ZodString;
}>;

/** What every route has. @public */
export interface AnyRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Response extends z.ZodType,
> {
  /** Relative to `/api/entra-mfa/v1`, with a hole such as `{id}` for each parameter. */
  readonly path: string;
  /** What it is for, in a line. */
  readonly summary: string;
  /** What fills the holes of the path. */
  readonly params: Params;
  /** What may be asked. */
  readonly query: Query;
  /** What it answers with. */
  readonly response: Response;
}

/** A route that reads. @public */
export interface ReadRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Response extends z.ZodType,
> extends AnyRoute<Params, Query, Response> {
  /** In lower case, as the router's own methods are called. */
  readonly method: 'get';
}

/** A route that does something, and takes no body. @public */
export interface CommandRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Response extends z.ZodType,
> extends AnyRoute<Params, Query, Response> {
  /** In lower case, as the router's own methods are called. */
  readonly method: 'post';
}

/** A route that does something with a body. @public */
export interface PostRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Response extends z.ZodType,
> extends CommandRoute<Params, Query, Response> {
  /** What is sent, as JSON. */
  readonly body: Body;
}
