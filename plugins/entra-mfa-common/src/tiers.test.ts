import { scopeClasses, stateReasons } from './states';
import { tierOfMethod, tiers } from './tiers';

it('gives every known method one of the tiers', () => {
  for (const tier of Object.values(tierOfMethod)) {
    expect(tiers).toContain(tier);
  }
});

it('never takes a method for strong whose strength is not known', () => {
  for (const method of ['externalAuthMethod', 'qrCode', 'qrCodePin']) {
    expect(tierOfMethod[method]).toBe('other');
  }
  expect(tiers.indexOf('other')).toBeLessThan(tiers.indexOf('phone'));
});

it('has a reason for every class that is left out', () => {
  expect(stateReasons).toEqual(expect.arrayContaining([...scopeClasses]));
});
