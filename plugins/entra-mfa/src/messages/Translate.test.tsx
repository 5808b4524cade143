import type { Translate } from './Translate';

/** Says back what it was asked: what is tested is what the compiler lets pass. */
const t = ((key: string, options?: object) =>
  JSON.stringify([key, options])) as Translate;

it('takes what the holes of a text need', () => {
  const text: string = t('general.exemptUntil', { date: 'd', user: 'u' });
  expect(text).toContain('general.exemptUntil');
  expect(t('services.card.uncovered', { count: 2, counted: 3 })).toContain('3');
  expect(t('exceptions.ask.title')).toContain('exceptions.ask.title');
});

it('becomes an element when an element is put into it', () => {
  const element: JSX.Element = t('states.noPermission.counts', {
    permission: <code>x</code>,
  });
  expect(element).toBeDefined();
});

it('refuses what would leave a hole open or name no text', () => {
  // @ts-expect-error There is no such text.
  t('general.nothing');
  // @ts-expect-error Its date is missing.
  t('general.exemptUntil', { user: 'u' });
  // @ts-expect-error It needs its options.
  t('general.exemptUntil');
  // @ts-expect-error A text in two numbers needs its count.
  t('exceptions.daysLeft');
  // @ts-expect-error A number is not text.
  t('exceptions.daysLeft', { count: '2' });
  // @ts-expect-error It has no such hole.
  t('exceptions.ask.text', { days: 3, weeks: 1 });
  // @ts-expect-error The plural is chosen by the count, not by its key.
  t('exceptions.daysLeft_one', { count: 1 });
  const either = 'exceptions.ask.title' as
    | 'exceptions.ask.title'
    | 'exceptions.ask.text';
  // @ts-expect-error One of the two has a hole.
  t(either);
  expect(t(either, { days: 3 })).toContain('ask');
});
