import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const read = (name: string) =>
  readFileSync(resolve(__dirname, '../../../..', name), 'utf8');

it('tells the catalog of the demo no state of people', () => {
  expect(read('app-config.demo.yaml')).toMatch(/^ {2}exposure: groups$/m);
});

it('lets nobody register a User or a Group', () => {
  const [, allowed] = /^ {4}- allow: \[(.*)\]$/m.exec(read('app-config.yaml'))!;
  expect(allowed).not.toMatch(/User|Group/);
});
