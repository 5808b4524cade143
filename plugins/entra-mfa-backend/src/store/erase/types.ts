/** Whom to forget. */
export interface Erased {
  tenantId: string;
  objectId: string;
}

/** Everything by which one person can be told in the tables. */
export interface Identifiers {
  /** The User entities that they ever had. */
  refs: PersonRef[];
  /** Names, principal names and mail addresses, as they were read. */
  names: string[];
}

/** An entity ref of the person, and what stands in its place afterwards. */
export interface PersonRef {
  ref: string;
  erased: string;
  /** While it was theirs, where somebody else has had it too; null where it was only ever theirs. */
  span: Span | null;
}

/** From a snapshot up to, and without, another one; in runs and in time too. */
export interface Span {
  snapshots: [from: number, to: number];
  runs: [from: number, to: number];
  times: [from: Date, to: Date];
}

/** What stands where a name stood. */
export const ERASED_NAME = 'Erased person';

/** No User entity of a catalog is in this namespace. */
const ERASED_REFS = 'user:erased/';

/** The entity ref that stands where one of the person's stood: the same for the same. */
export function erasedRef(objectId: string, place: number): string {
  return `${ERASED_REFS}${objectId}${place === 0 ? '' : `.${place + 1}`}`;
}

/** Whether an entity ref stands for an erased one. */
export function isErasedRef(ref: string): boolean {
  return ref.startsWith(ERASED_REFS);
}
