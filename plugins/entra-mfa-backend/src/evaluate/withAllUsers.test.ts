import { withAllUsers } from './withAllUsers';

const leads = (entries: Record<string, string[]>) =>
  new Map(Object.entries(entries));

it.each<[string, Record<string, string[]>, string[][], object]>([
  [
    'the other users of a lead',
    { payments: ['user:b/ada'], field: ['user:default/tom'] },
    [['user:a/ada', 'user:b/ada', 'user:c/ada']],
    {
      payments: ['user:a/ada', 'user:b/ada', 'user:c/ada'],
      field: ['user:default/tom'],
    },
  ],
  [
    'nobody twice',
    { payments: ['group:default/heads', 'user:a/ada', 'user:b/ada'] },
    [['user:a/ada', 'user:b/ada']],
    { payments: ['group:default/heads', 'user:a/ada', 'user:b/ada'] },
  ],
  [
    'nobody who leads nothing',
    { payments: [] },
    [['user:a/ada', 'user:b/ada']],
    { payments: [] },
  ],
])('adds %s', (_, before, several, after) => {
  expect(withAllUsers(leads(before), several)).toEqual(leads(after as never));
});
