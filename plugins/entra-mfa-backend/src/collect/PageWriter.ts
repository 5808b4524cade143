import type { DataSet } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { NewRecord, PagesWrite } from '../store/run/writePages';

/** Changed records that may wait to be written, before the reading waits for them. */
const MOST_WAITING = 4_000;
const MOST_PAGES_WAITING = 16;

/** One page, compared. */
export interface ComparedPage {
  page: PagesWrite['pages'][number];
  records: Map<string, NewRecord>;
  /** Keys whose record, written by this run earlier, is void. */
  rewritten: string[];
  state: PagesWrite['state'];
}

interface Waiting {
  records: Map<string, NewRecord>;
  rewritten: string[];
  pages: PagesWrite['pages'];
  state: PagesWrite['state'];
}

/**
 * Writes pages while the next ones are read. One transaction is under way at a time; pages that come
 * meanwhile wait and go together into the next one, so that a fast source costs few transactions and
 * a slow one keeps each page as soon as it is there.
 */
export class PageWriter {
  readonly #write: (pages: PagesWrite) => Promise<void>;
  readonly #dataSet: DataSet;
  #waiting: Waiting | null = null;
  #writing: Promise<void> | null = null;
  #failure: { error: unknown } | null = null;

  constructor(dataSet: DataSet, write: (pages: PagesWrite) => Promise<void>) {
    this.#dataSet = dataSet;
    this.#write = write;
  }

  /** Takes a page; resolves when the next one may come. Throws what an earlier write threw. */
  async add(compared: ComparedPage): Promise<void> {
    this.#throwFailure();
    this.#join(compared);
    if (!this.#writing) {
      this.#start();
    } else if (this.#isFull()) {
      await this.#writing;
      this.#throwFailure();
    }
  }

  /** Resolves when everything is written. */
  async finish(): Promise<void> {
    while (this.#writing) {
      await this.#writing;
    }
    this.#throwFailure();
  }

  #join({ page, records, rewritten, state }: ComparedPage): void {
    this.#waiting ??= { records: new Map(), rewritten: [], pages: [], state };
    const waiting = this.#waiting;
    waiting.pages.push(page);
    waiting.state = state;
    for (const key of rewritten) {
      waiting.rewritten.push(key);
      waiting.records.delete(key);
    }
    for (const [key, record] of records) {
      waiting.records.set(key, record);
    }
  }

  #isFull(): boolean {
    const waiting = this.#waiting;
    return (
      waiting !== null &&
      (waiting.records.size >= MOST_WAITING ||
        waiting.pages.length >= MOST_PAGES_WAITING)
    );
  }

  #start(): void {
    const pages = this.#waiting;
    if (!pages) {
      return;
    }
    this.#waiting = null;
    this.#writing = this.#write({ dataSet: this.#dataSet, ...pages })
      .catch(error => {
        this.#failure ??= { error };
        this.#waiting = null;
      })
      .then(() => {
        this.#writing = null;
        this.#start();
      });
  }

  #throwFailure(): void {
    if (this.#failure) {
      throw this.#failure.error;
    }
  }
}
