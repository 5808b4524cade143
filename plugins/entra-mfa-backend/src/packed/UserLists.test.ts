import fc from 'fast-check';
import { UserLists } from './UserLists';

it('keeps each user in its list, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 5 }))), lists => {
      const all = new UserLists();
      const expected: number[][] = [];
      const numbers = new Map<number, number>();
      lists.forEach((list, user) => {
        if (list === null) return;
        const number = numbers.get(list) ?? numbers.size;
        numbers.set(list, number);
        all.add(number, user);
        (expected[number] ??= []).push(user);
      });
      expect(all.length).toBe(expected.length);
      expect(
        expected.map((__, number) => [...all.of(number)].sort((a, b) => a - b)),
      ).toEqual(expected);
    }),
  );
});
