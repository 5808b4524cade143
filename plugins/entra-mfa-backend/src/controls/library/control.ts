import type {
  ControlTestId,
  ControlWords,
  Severity,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ControlDefinition } from '../../assess/controls/framework';

/** Title, what it asks, what this data shows, what is missing, what a person adds: never the text of a standard. */
type Said = readonly [
  title: string,
  asks: string,
  shows: string,
  missing: string,
  adds: string,
];

type More = Partial<Pick<ControlWords, 'why' | 'methods' | 'steps'>>;

/** A control of the library. */
export function control(
  id: string,
  tests: readonly ControlTestId[],
  said: { en: Said; de: Said },
  more: { severity?: Severity; en?: More; de?: More } = {},
): ControlDefinition {
  return {
    id,
    severity: more.severity ?? null,
    tests,
    en: wordsOf(said.en, more.en),
    de: wordsOf(said.de, more.de),
  };
}

function wordsOf(said: Said, more: More = {}): ControlWords {
  const [title, asks, shows, missing, adds] = said;
  return {
    ...{ title, asks, shows, missing, adds },
    ...{ why: null, methods: null, steps: [] },
    ...more,
  };
}
