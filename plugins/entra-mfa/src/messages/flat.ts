interface Texts {
  readonly [key: string]: string | Texts;
}

/** The keys of nested texts, with dots. */
type KeysOf<T> = {
  [Key in keyof T & string]: T[Key] extends string
    ? Key
    : `${Key}.${KeysOf<T[Key]>}`;
}[keyof T & string];

/** Nested texts by their keys with dots, as Backstage has them: `general.title`. */
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
