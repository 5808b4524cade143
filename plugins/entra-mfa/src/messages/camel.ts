type Camel<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : S;

/** The key of a word for a value of the API: `no-row-yet` is `noRowYet`. */
export function camel<S extends string>(value: S): Camel<S> {
  return value.replace(/-(.)/g, (_, letter) =>
    letter.toUpperCase(),
  ) as Camel<S>;
}
