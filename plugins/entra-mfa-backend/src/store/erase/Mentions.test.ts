import { Mentions } from './Mentions';
import type { Identifiers } from './types';

const identifiers: Identifiers = {
  refs: [
    { ref: 'user:default/jane', erased: 'user:erased/1', span: null },
    {
      ref: 'user:default/passed-on',
      erased: 'user:erased/1.2',
      span: {
        snapshots: [1, 2],
        runs: [1, 2],
        times: [new Date(0), new Date(1)],
      },
    },
  ],
  names: ['Jané "J" Doe', 'Jane', 'jane.doe@contoso.com'],
};

const mentions = new Mentions(identifiers);

it.each([
  ['asked by JANE.DOE@contoso.com.', 'asked by Erased person.'],
  ['mailto:jane.doe@contoso.com', 'mailto:Erased person'],
  ['^jane\\.doe@contoso\\.com$', '^Erased person$'],
  [JSON.stringify(['^jane\\.doe@contoso\\.com$']), '["^Erased person$"]'],
  [JSON.stringify({ a: 'Jané "J" Doe' }), '{"a":"Erased person"}'],
  ['JANÉ "j" DOE’s', 'Erased person’s'],
  ['User:default/Jane and jane', 'user:erased/1 and Erased person'],
  ['adm.jane.doe@contoso.com', 'adm.jane.doe@contoso.com'],
  ['Mary-Jane, Janet, jane-2, jane@x', 'Mary-Jane, Janet, jane-2, jane@x'],
  ['user:default/passed-on', 'user:default/passed-on'],
])('reads %s as %s', (text, expected) => {
  expect(mentions.replaceIn(text)).toBe(expected);
  expect(mentions.isIn(text)).toBe(text !== expected);
});

it('reads a name as a user only where it may be one', () => {
  const withoutName = { ...identifiers, names: [] };
  const text = 'jane, default/jane; group:default/jane';
  expect(new Mentions(withoutName).replaceIn(text)).toBe(text);
  expect(new Mentions(withoutName, { shortRefs: true }).replaceIn(text)).toBe(
    'user:erased/1, user:erased/1; group:default/jane',
  );
});

it('finds nobody where nothing tells anybody', () => {
  const nobody = new Mentions({ refs: [], names: [] });
  expect(nobody.replaceIn('Jane')).toBe('Jane');
  expect(nobody.likes).toEqual([]);
});
