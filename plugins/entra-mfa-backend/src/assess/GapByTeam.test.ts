import fc from 'fast-check';
import { GapByTeam } from './GapByTeam';

function half(people: number[][]) {
  const gap = new GapByTeam();
  for (const teams of people) gap.addUncovered(teams);
  return gap.half();
}

it.each([
  ['nobody is uncovered', [], null],
  ['one team has them all', [[0], [0]], { teams: 1, people: 2 }],
  ['half is enough', [[0], [0], [1], [2]], { teams: 1, people: 2 }],
  [
    'the largest comes first',
    [[0], [1], [1], [1], [2]],
    { teams: 1, people: 3 },
  ],
  ['two are needed', [[0], [0], [1], [2], [3]], { teams: 2, people: 3 }],
  [
    'a person in two teams counts once',
    [[0, 1], [0, 1], [2], [3], [4]],
    { teams: 2, people: 3 },
  ],
  ['most are in no team', [[], [], [0]], null],
])('%s', (_, people, expected) => {
  expect(half(people)).toEqual(expected);
});

it('never counts a person twice, and reaches half whenever teams can', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 4 }),
        { minLength: 1 },
      ),
      people => {
        const inTeams = people.filter(teams => teams.length > 0).length;
        const found = half(people);
        expect(found !== null).toBe(inTeams * 2 >= people.length);
        const reached = found?.people ?? inTeams;
        expect(reached).toBeLessThanOrEqual(inTeams);
        expect(reached * 2 >= people.length).toBe(found !== null);
      },
    ),
  );
});
