interface Texts {
  readonly [key: string]: string | Texts;
}

/** Nested texts by their keys with dots, as Backstage has them: `general.title`. */
export function flat(texts: Texts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[key, value]]
        : Object.entries(flat(value)).map(([below, text]) => [
            `${key}.${below}`,
            text,
          ]),
    ),
  );
}
