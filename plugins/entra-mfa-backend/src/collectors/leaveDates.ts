import { z } from 'zod';
import { dateTime } from './dateTime';
import type { Collector, LeaveDateBody } from './types';

const row = z.object({
  id: z.string().min(1),
  employeeLeaveDateTime: dateTime,
});

type Row = z.infer<typeof row>;

/**
 * On which day people leave, as far as the directory knows. It is a property of users that takes a
 * permission of its own, and without it Graph refuses the whole page: so it is asked for by itself.
 */
export const leaveDates: Collector<Row> = {
  id: 'leave-dates',
  title: 'Leave dates',
  source: 'graph',
  endpoint: '/users',
  query: { $select: 'id,employeeLeaveDateTime', $top: '999' },
  pace: 'directory',
  permission: 'User-LifeCycleInfo.Read.All',
  licence: null,
  why: 'To list in access reviews who has left and is still enabled',
  documentation:
    'https://learn.microsoft.com/graph/tutorial-lifecycle-workflows-set-employeeleavedatetime',
  required: 'no',
  optional: 'always',
  onlyWhileGiven: true,
  row,
  toRecords({ id, employeeLeaveDateTime }) {
    if (!employeeLeaveDateTime) {
      return [];
    }
    const body: LeaveDateBody = { employeeLeaveDateTime };
    return [{ key: id.toLowerCase(), body: { ...body } }];
  },
};
