import { noRowRunsNeeded, rowIsDueAt } from '../assess/rules/noRow';
import type { Assessment } from '../assess/types';
import type { UserBody } from '../collectors/types';

/**
 * Finds out what changes an assessment though nothing of the person does: another report while somebody
 * waits for one, the time from which on somebody should have a row, a hire date that is still to come,
 * the end of an exception or of a mark.
 */
export class ReassessAt {
  at: Date | null = null;
  waitsForReport = false;

  /** Takes in when something ends by itself: the first exception in force, or a mark. */
  considerEnd(end: Date | null): void {
    if (end) {
      this.#take(end);
    }
  }

  consider(
    { reason, noRowRuns }: Assessment,
    user: UserBody,
    enabledSince: Date | null,
  ): void {
    if (reason === 'no-row-yet') {
      this.waitsForReport ||= noRowRuns < noRowRunsNeeded;
      if (enabledSince && noRowRuns === noRowRunsNeeded) {
        this.#take(rowIsDueAt(enabledSince));
      }
    } else if (reason === 'future-hire' && user.employeeHireDate) {
      // Days are compared, so the assessment changes when the day begins.
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
