import type { ControlDay } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** What a report says, whatever it was made of: the evidence of a day, or what somebody said of a period. */
export interface Report {
  title: string;
  /** Whom it is about. */
  subject: { name: string; id: string };
  /** The moment that it is of, or the end of the period. */
  at: Date;
  /** When the period began; null of a moment. */
  from: Date | null;
  /** What a reader needs to know of it before anything else, each with its label. */
  facts: readonly Fact[];
  /** The figures that matter most, with what each comes to. */
  headlines: readonly Headline[];
  /** What has to be known of the figures before they are believed: they are old, nobody signs. */
  warnings: readonly string[];
  /** What somebody said, and when: steps, comments. Tables of words. */
  said: readonly WordTable[];
  /** Counts, in tables of their own. */
  counts: readonly CountTable[];
  /** Null where there is no day with figures. */
  trend: Trend | null;
  frameworks: readonly ReportedFramework[];
  /** What the days of strips are. */
  stripDays: { from: string; to: string };
  /** By which rules and settings it was judged. */
  rules: readonly Fact[];
  shows: readonly string[];
  doesNotShow: readonly string[];
  /** How what is below stands to all that is above. */
  sourcesNote: string;
  /** The evidence that all figures are from. */
  sources: readonly { what: string; file: string; fingerprint: string }[];
}

/** Something that is said of a thing. */
export interface Fact {
  label: string;
  value: string;
}

/** A figure that stands out. */
export interface Headline extends Fact {
  note: string;
  /** How it is to be taken; null where it is neither. */
  isGood: boolean | null;
}

/** Counts of one kind. Each row says what is counted, and how many. */
export interface CountTable {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly [string, ...(number | null)[]])[];
}

/** Words in rows. Each says in the first place what it is of. */
export interface WordTable {
  title: string;
  columns: readonly { title: string; width: number }[];
  rows: readonly (readonly string[])[];
}

/** Coverage over time: a place for each day, the oldest first. */
export interface Trend {
  days: readonly {
    day: string;
    /** Null without figures of the day. */
    covered: number | null;
    uncovered: number | null;
  }[];
  targetPermille: number;
  /** What is counted as covered, such as `registered`. */
  covered: string;
}

/** A framework with its controls. */
export interface ReportedFramework {
  id: string;
  name: string;
  link: string | null;
  controls: readonly ReportedControl[];
}

/** A control with what it came to. */
export interface ReportedControl {
  /** `soc2/CC6.1`. */
  key: string;
  id: string;
  /** Null where its words are not in the portal any more. */
  words: {
    title: string;
    asks: string;
    shows: string;
    missing: string;
    adds: string;
  } | null;
  /** Of a period: the worst of a day. */
  status: ControlDay;
  /** Of a period: how many days it was met, of so many on which it applied, and when it was at its worst. */
  period: {
    met: number;
    of: number;
    worst: { first: string; last: string };
  } | null;
  /** Why it does not apply; null where it does. */
  disabledReason: string | null;
  /** A status for each day. */
  strip: readonly ControlDay[];
  /** The tests that it follows from, each with what it counted. */
  tests: readonly {
    test: string;
    title: string;
    outcome: string;
    figure: string;
  }[];
}
