import type { Caller } from '../startTestApi';
import type { Portal, PortalOptions } from './Portal';

/** A request, and what the backend answered. */
export interface RecordedAnswer {
  /** `GET /teams?limit=6&sort=direct`. */
  request: string;
  status: number;
  /** The body, where it is JSON. */
  body?: unknown;
  /** The body, where it is a file. */
  csv?: string;
  /** The file's name. */
  file?: string;
}

/** A request that changes something, and what some requests answer after it. */
export interface RecordedStep extends RecordedAnswer {
  sent?: unknown;
  then: RecordedAnswer[];
}

/** What is kept in a file: the answers of one situation. */
export interface Recording {
  /** What time it was. */
  at: string;
  /** The tenant that answers where none is named; requests are kept without it. */
  tenant: string;
  answers: RecordedAnswer[];
  steps: RecordedStep[];
}

/** A request that changes something, from the situation as it is recorded. */
export interface StepToRecord {
  /** `/exceptions/exception-mine/withdraw`. */
  post: string;
  /** What is sent; where it depends on an answer, that answer's path and what it makes of it. */
  body?: object | { of: string; make: (answer: never) => object };
  /** What is asked after it. */
  then: readonly string[];
}

/** A situation that is recorded. */
export interface ScenarioToRecord {
  /** What the portal has behind it: the months of the tenant, or nothing at all. */
  from: 'history' | 'nothing';
  portal?: PortalOptions;
  /** What happens before the recording. */
  live?: (portal: Portal) => Promise<void>;
  /** In place of the usual time. */
  at?: Date;
  caller: Caller;
  /** What is asked; `andNext` of a list, its next page too. */
  reads: readonly (string | { andNext: string })[];
  steps?: readonly StepToRecord[];
  /**
   * In place of `live`: the answers are recorded in the middle of a first read, at this page of the
   * report.
   */
  duringPage?: number;
}
