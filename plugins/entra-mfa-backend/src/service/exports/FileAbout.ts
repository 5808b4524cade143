/** What a file says of itself, wherever it is taken. */
export interface FileAbout {
  /** Null where none is configured. */
  tenant: { id: string; name: string } | null;
  /** Null before the first one. */
  snapshot: {
    number: number;
    at: Date;
    readAt: Date | null;
    rulesVersion: string;
  } | null;
  /** The day or time that it is of, where that is not now. */
  pastAt: string | null;
  /** What was asked for; null for everybody. */
  filter: string | null;
  stale: boolean;
  /** Whether the figures were made from the methods of each person. */
  fromMethods: boolean;
  /** Since when nothing is read of the tenant any more; null while it is. */
  disconnectedAt: Date | null;
}
