/**
 * What an entity shows of its status. Equal labels are one object, so that comparing two statuses is
 * comparing two references, and a tenant of half a million people holds a handful of labels.
 */
export interface EntityLabels {
  readonly annotations: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
}
