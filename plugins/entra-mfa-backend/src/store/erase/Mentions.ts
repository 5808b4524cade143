import { ERASED_NAME, type Identifiers } from './types';

const ordinary = /[a-z0-9]/i;

/** A text that tells the person, and what stands in its place. */
interface Told {
  text: string;
  place: string;
  /** What must not stand right before it. */
  notAfter: string;
}

const endOfWord = '(?![\\p{L}\\p{N}_@]|[.-][\\p{L}\\p{N}])';

/**
 * Finds what tells a person in texts that people wrote, and puts something else in its place: without
 * regard to case, and also where it is written as part of a regular expression or of JSON.
 */
export class Mentions {
  readonly #told: Told[];
  readonly #pattern: RegExp;

  /** @param options - `shortRefs` for texts in which a name without kind is a user, as those that name leads */
  constructor(
    { refs, names }: Identifiers,
    { shortRefs = false }: { shortRefs?: boolean } = {},
  ) {
    this.#told = [
      ...names.map(text => ({ text, place: ERASED_NAME, notAfter: '.-' })),
      ...refs
        // One that is somebody else's by now tells nobody by itself.
        .filter(({ span }) => span === null)
        .flatMap(({ ref, erased: place }) => [
          { text: ref, place, notAfter: '.-' },
          ...(shortRefs ? shortFormsOf(ref) : []).map(text => ({
            text,
            place,
            notAfter: './:-',
          })),
        ]),
    ].sort((one, other) => other.text.length - one.text.length);
    const any = this.#told.map(
      ({ text, notAfter }) =>
        `(?<![\\p{L}\\p{N}_]|[\\p{L}\\p{N}][${notAfter}])${withBackslashes(
          text,
        )}${endOfWord}`,
    );
    this.#pattern = new RegExp(any.join('|'), 'giu');
  }

  /** Patterns of LIKE of which one fits the lower-case form of each text that mentions the person. */
  get likes(): string[] {
    const likes = this.#told.map(({ text }) => {
      const signs = [...text.toLowerCase()].map(one =>
        ordinary.test(one) ? one : '%',
      );
      return `%${signs.join('')}%`;
    });
    return [...new Set(likes)];
  }

  isIn(text: string): boolean {
    return this.replaceIn(text) !== text;
  }

  replaceIn(text: string): string {
    return this.#told.length === 0
      ? text
      : text.replace(this.#pattern, found => this.#placeOf(found));
  }

  #placeOf(found: string): string {
    const plain = found.replace(/\\/g, '').toLowerCase();
    const told = this.#told.find(({ text }) => text.toLowerCase() === plain);
    return told?.place ?? ERASED_NAME;
  }
}

/** How a ref may be written where a user is meant. */
function shortFormsOf(ref: string): string[] {
  const [, path] = ref.split(':');
  const [namespace, name] = path.split('/');
  return namespace === 'default' ? [path, name] : [path];
}

/** The pattern of a text each of whose signs may be escaped. */
function withBackslashes(text: string): string {
  return [...text]
    .map(one =>
      ordinary.test(one) || /\p{L}/u.test(one)
        ? one
        : `\\\\*${one.replace(/[\^$.*+?()[\]{}|/\\-]/, '\\$&')}`,
    )
    .join('');
}
