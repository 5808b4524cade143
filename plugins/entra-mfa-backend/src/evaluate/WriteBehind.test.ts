import { WriteBehind } from './WriteBehind';

it('has one write under way at a time, while the next is made ready', async () => {
  const writes = new WriteBehind();
  let underWay = 0;
  let most = 0;
  const write = async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise(resolve => setImmediate(resolve));
    underWay -= 1;
  };
  await writes.add(write);
  expect(underWay).toBe(1);
  await writes.add(write);
  await writes.add(write);
  await writes.finish();
  expect([underWay, most]).toEqual([0, 1]);
});

it.each(['the next', 'the end'])('tells %s what one threw', async when => {
  const writes = new WriteBehind();
  const next = jest.fn(async () => {});
  await writes.add(async () => {
    throw new Error('disk full');
  });
  await expect(
    when === 'the end' ? writes.finish() : writes.add(next),
  ).rejects.toThrow('disk full');
  expect(next).not.toHaveBeenCalled();
});
