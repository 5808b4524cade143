import type { Assessment } from '../assess/types';
import type { UserBody } from '../collectors/types';

/**
 * Finds out when time alone changes a judgement: at once while somebody waits for a second read
 * without a row, else on the first hire date that is still to come or at the end of an exception.
 */
export class ReassessAt {
  readonly #now: Date;
  at: Date | null = null;

  constructor(now: Date) {
    this.#now = now;
  }

  /** Takes in when the first exception in force ends by itself. */
  considerEnd(firstEnd: Date | null): void {
    if (firstEnd) {
      this.#take(firstEnd);
    }
  }

  consider({ reason }: Assessment, user: UserBody): void {
    if (reason === 'no-row-yet') {
      this.#take(this.#now);
    } else if (reason === 'future-hire' && user.employeeHireDate) {
      // Days are compared, so the judgement changes when the day begins.
      const day = new Date(user.employeeHireDate);
      day.setUTCHours(0, 0, 0, 0);
      this.#take(day);
    }
  }

  #take(date: Date): void {
    if (!this.at || date < this.at) {
      this.at = date;
    }
  }
}
