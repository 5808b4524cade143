import type { TenantEvent } from './events';
import type { ReportRow } from './reportRow';

/**
 * A generated tenant as a test sees it: the raw rows behind the pages, to recount by other means than
 * the product does.
 *
 * @public
 */
export interface SimulatedTenant {
  /** The raw rows of the report at that time, in the order of its pages. */
  streamRegistrations(date: Date | number): AsyncIterable<ReportRow>;
  /** The raw rows of the directory at that time, in the order of its pages, with every property. */
  streamUsers(
    date: Date | number,
    select?: readonly string[],
  ): AsyncIterable<Record<string, unknown>>;
  /**
   * What happens to the accounts after one time and until another (milliseconds since 1970), account
   * by account. The report shows it up to 36 hours later.
   */
  events(after: number, until: number): Iterable<TenantEvent>;
  /** Lets that share of the people (0 to 1) have another registration from then on, in the report at once. */
  change(share: number, at: number): void;
  /** How many changes were made on demand. */
  readonly changeCount: number;
}
