import type { Advice, ProblemKind } from './types';

type Names<Text extends string> =
  Text extends `${string}{${infer Name}}${infer Rest}`
    ? Name | Names<Rest>
    : never;

type NamesOf<Kind extends ProblemKind> = Names<Kind['message' | 'action']>;

type Optional<Name extends string> = Name extends `${infer Bare}?`
  ? Bare
  : never;

type Required<Name extends string> = Name extends `${string}?` ? never : Name;

/** What a kind of problem needs to be told. */
export type ValuesOf<Kind extends ProblemKind> = {
  [Name in Required<NamesOf<Kind>>]: string;
} & { [Name in Optional<NamesOf<Kind>>]?: string };

/** Puts values into the words of a problem. */
export function tell<Kind extends ProblemKind>(
  kind: Kind,
  values: ValuesOf<Kind>,
): Advice {
  const known: Record<string, string | undefined> = values;
  const fill = (text: string) =>
    text.replace(/\{(\w+)\??\}/g, (_, name) => known[name] ?? '');
  return {
    code: kind.code,
    message: fill(kind.message),
    action: fill(kind.action),
  };
}
