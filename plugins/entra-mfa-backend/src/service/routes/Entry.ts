import type {
  AuditorService,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';
import type { Permission } from '@backstage/plugin-permission-common';
import type { AnyRoute } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { Request, Response } from 'express';
import type { EntraMfaConfig } from '../../config/types';
import type { PeopleAccess } from '../types';
import type { Access } from './Access';
import type { Caller } from './Caller';
import type { NameReads } from './NameReads';
import type { RouteContext } from './RouteContext';

/** A request that was checked and let in. */
export interface Call<Params, Query, Body = null> {
  params: Params;
  query: Query;
  /** Null for a route that takes none. */
  body: Body;
  caller: Caller;
  /** Whom the caller may see by name; nobody where the route tells of no person. */
  people: PeopleAccess;
  /** Ends when nobody waits for the answer any more. */
  signal: AbortSignal;
}

/** What is put on record of each request, accepted or refused. It names nobody. */
export interface Audit<Asked, Result> {
  event: string;
  severity: AuditorServiceEventSeverityLevel;
  /** What was asked for. */
  asked: Record<string, (asked: Asked) => JsonValue | undefined>;
  /** What came of it, once accepted. */
  found?: Record<string, (result: Result) => JsonValue>;
  /** When it is refused, in words, for the documentation. */
  refused: string;
}

/** What entries answer with. */
export interface Tools {
  context: RouteContext;
  auditor: AuditorService;
  reads: NameReads;
}

/** A request that was not checked yet. */
interface Incoming {
  request: Request;
  response: Response;
  caller: Caller;
  signal: AbortSignal;
}

/** An event as the documentation prints it. */
export interface AuditFields {
  event: string;
  severity: string;
  asked: string[];
  found: string[];
  refused: string;
}

/** A route with who may call it and how it is answered. Made by `json`, `file`, `picture`, `page` and `command`. */
export interface Entry {
  route: AnyRoute;
  access: Access;
  /** The status of an answer. */
  status: 200 | 201 | 202;
  /** Which further permission part of the answer needs; it is left out without. */
  withheld?: Permission;
  /** What needs no session: in words, whether there is any, and whether a request is for it. */
  open?: {
    where: string;
    any(config: EntraMfaConfig): boolean;
    isSo(config: EntraMfaConfig, query: unknown): boolean;
  };
  /** What is put on record; else nothing is. */
  audit?: AuditFields;
  answer(tools: Tools, incoming: Incoming): Promise<void>;
}
