import { TeamTally } from './TeamTally';

it('counts each person in every team, and who counts otherwise in which answer', () => {
  const tally = new TeamTally(2);
  const own = { ref: 'team', direct: true };
  const above = { ref: 'above', direct: false };
  tally.add([own, above], 'covered', [true, false]);
  tally.add([own, above], 'uncovered', [true, true]);
  tally.add([{ ...above, direct: true }], 'uncovered', [false, true]);
  tally.add([above], 'exempt', []);
  expect(Object.fromEntries(tally.teams)).toEqual({
    team: { covered: 1, uncovered: 1, changed: [2, 1], ownChanged: [2, 1] },
    above: { covered: 1, uncovered: 2, changed: [2, 2], ownChanged: [0, 1] },
  });
});
