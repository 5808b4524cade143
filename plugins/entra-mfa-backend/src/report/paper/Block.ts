import type { Drawing } from '../drawings/Drawing';
import type { Fact, Headline } from '../types';

/** How something is to be taken, besides its words. */
export type Tone = 'good' | 'bad' | 'quiet';

/** What a table has in one place. */
export interface Cell {
  text: string;
  tone?: Tone;
  /** A hash, which may be broken anywhere. */
  isCode?: boolean;
  /** Beside the text, which says the same. */
  drawing?: Drawing;
  /** Below the text, smaller. */
  more?: string;
}

/** A column of a table. */
interface Column {
  title: string;
  /** Its part of the width, in hundredths of the whole. */
  width: number;
  isNumber?: boolean;
}

/** A piece of a report as it is drawn: on a page of a browser or on paper, in the same order with the same words. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; newPage?: boolean }
  | { kind: 'text'; text: string; isQuiet?: boolean }
  | { kind: 'warning'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'facts'; facts: readonly Fact[] }
  | { kind: 'headlines'; headlines: readonly Headline[] }
  | { kind: 'drawing'; drawing: Drawing }
  | {
      kind: 'table';
      /** What is in it, for who does not see where it stands. */
      caption: string;
      columns: readonly Column[];
      /** The first place of each row says what the row is of. */
      rows: readonly (readonly Cell[])[];
    };
