import {
  coverageOf,
  whatIfTeams,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { worstFirst } from './figures';

const team = (title: string, short: number, uncovered: number) => ({
  ref: `group:default/${title}`,
  title,
  shown: coverageOf(0, uncovered - short, 1000),
  assumed: coverageOf(0, uncovered, 1000),
  short,
});

it('has the team with most people more short first, then with most short, then by name', () => {
  const { items, more } = worstFirst([
    team('B', 0, 9),
    team('Better', -3, 9),
    team('Worst', 4, 4),
    team('A', 0, 9),
    team('Many', 1, 7),
    team('Few', 1, 2),
  ]);
  expect(items.map(({ title }) => title)).toEqual([
    'Worst',
    'Many',
    'Few',
    'A',
    'B',
    'Better',
  ]);
  expect(more).toBe(0);
});

it.each([
  [whatIfTeams, 0],
  [whatIfTeams + 3, 3],
])('of %s teams leaves out %s, the best', (length, left) => {
  const teams = Array.from({ length }, (_, n) => team(`T${n}`, n, n));
  const { items, more } = worstFirst(teams);
  expect(items).toHaveLength(whatIfTeams);
  expect(items[0].short).toBe(length - 1);
  expect(more).toBe(left);
});
