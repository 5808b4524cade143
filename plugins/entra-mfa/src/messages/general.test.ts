import { tierOfMethod } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { general } from './general';

it('has a word for every method that is known', () => {
  expect(Object.keys(general.method).sort()).toEqual(
    Object.keys(tierOfMethod).sort(),
  );
});
