import { weeksUpTo } from './weeksUpTo';

it.each([
  ['2026-11-15T23:59:59.999Z', '2026-11-08', '2026-11-15'],
  ['2026-11-16T00:00:00.000Z', '2026-11-15', '2026-11-22'],
  ['2026-11-21T09:00:00.000Z', '2026-11-15', '2026-11-22'],
  ['2027-01-01T00:00:00.000Z', '2026-12-27', '2027-01-03'],
])('ends %s with the week after %s up to %s', (time, from, to) => {
  const weeks = weeksUpTo(new Date(time));
  expect(weeks).toHaveLength(13);
  expect(weeks[12]).toEqual({ from, to });
  for (const [index, week] of weeks.slice(1).entries()) {
    expect(week.from).toBe(weeks[index].to);
  }
});
