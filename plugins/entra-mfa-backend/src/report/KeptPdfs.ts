import { fingerprintOf } from '@entra-mfa/evidence';
import { LRUCache } from 'lru-cache';
import { reportPdf } from './reportPdf';
import type { Report } from './types';

/** So many reports are kept: each some 100 kB. */
const MOST_KEPT = 8;

/**
 * Makes reports on paper, and keeps the last ones. To make one takes half a second of the processor, in which the portal
 * answers nothing else; who asks again, or at the same time, gets the same.
 */
export class KeptPdfs {
  readonly #kept = new LRUCache<string, Promise<Buffer>>({ max: MOST_KEPT });

  async of(report: Report): Promise<Buffer> {
    const key = fingerprintOf(JSON.stringify(report));
    let made = this.#kept.get(key);
    if (!made) {
      made = reportPdf(report);
      this.#kept.set(key, made);
      made.catch(() => this.#kept.delete(key));
    }
    return made;
  }
}
