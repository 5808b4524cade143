interface Texts {
  readonly [key: string]: string | Texts;
}

/** The keys of nested texts, with dots. */
type KeysOf<T> = {
  [Key in keyof T & string]: T[Key] extends string
    ? Key
    : `${Key}.${KeysOf<T[Key]>}`;
}[keyof T & string];

/** The text of a key with dots. */
type TextOf<T, Key> = Key extends keyof T
  ? T[Key]
  : Key extends `${infer Head}.${infer Tail}`
  ? Head extends keyof T
    ? TextOf<T[Head], Tail>
    : never
  : never;

/** Nested texts by their keys with dots, as Backstage has them. */
export type FlatTexts<T> = KeysOf<T> extends infer Keys
  ? { readonly [Key in Keys & string]: TextOf<T, Key> & string }
  : never;

/** The same of the texts themselves. */
export function flat<T extends Texts>(texts: T): Record<KeysOf<T>, string> {
  return Object.fromEntries(entriesOf(texts)) as Record<KeysOf<T>, string>;
}

function entriesOf(texts: Texts): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? [[key, value]]
      : entriesOf(value).map(([below, text]) => [`${key}.${below}`, text]),
  );
}
