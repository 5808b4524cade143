import type { entraMfaTranslationRef } from './translation';

type Texts = typeof entraMfaTranslationRef.T;

/** What the holes of a text take: `{{n, number}}` a number, `{{name}}` a value, and the count is one. */
type HolesOf<Text, Value> =
  Text extends `${string}{{${infer Hole}}}${infer Tail}`
    ? HoleOf<Hole, Value> & HolesOf<Tail, Value>
    : unknown;

type HoleOf<Hole, Value> = Hole extends `${infer Name}, number`
  ? { [_ in Name]: number }
  : { [Name in Hole & string]: Name extends 'count' ? number : Value };

/** The text of a key; never where there is none. */
type TextOfKey<Key> = Key extends keyof Texts ? Texts[Key] : never;

type Taker<Options> = (options: Options) => void;

/** What each text takes. A text in two numbers has one key, and takes the count. */
type Takers<Value> = {
  [Key in keyof Texts as Key extends `${string}_one`
    ? never
    : Key extends `${infer Plural}_other`
    ? Plural
    : Key]: Key extends `${infer Plural}_other`
    ? Taker<
        { count: number } & HolesOf<Texts[Key], Value> &
          HolesOf<TextOfKey<`${Plural}_one`>, Value>
      >
    : Taker<HolesOf<Texts[Key], Value>>;
};

type StringTakers = Takers<string>;
type ElementTakers = Takers<string | JSX.Element>;

/** The key of a text. */
type TextKey = keyof StringTakers;

/** With one of several keys, what any of them takes. */
type Args<T> = [T] extends [Taker<infer Options>]
  ? unknown extends Options
    ? []
    : [options: Options]
  : never;

/**
 * As Backstage's `TranslationFunction` for these texts. That one is worked out anew for every call,
 * from all texts, which was most of the time that the compiler took; this one reads a table.
 * The key is any text at first: taken for one of all keys, a wrong one would have the compiler work out
 * what all of them take, and give up.
 */
export interface Translate {
  <Key extends string>(
    key: [Key] extends [TextKey] ? Key : TextKey,
    ...args: [Key] extends [TextKey] ? Args<StringTakers[Key]> : never
  ): string;
  /** With an element in one of its holes, a text becomes an element. */
  <Key extends string>(
    key: [Key] extends [TextKey] ? Key : TextKey,
    ...args: [Key] extends [TextKey] ? Args<ElementTakers[Key]> : never
  ): JSX.Element;
}
