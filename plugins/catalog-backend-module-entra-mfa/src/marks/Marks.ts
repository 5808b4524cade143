/**
 * What an entity shows of its status. Equal marks are one object, so that comparing two statuses is
 * comparing two references, and a tenant of half a million people holds a handful of marks.
 */
export interface Marks {
  readonly annotations: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
}
