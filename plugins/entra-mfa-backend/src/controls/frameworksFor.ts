import {
  controlTestIds,
  type AddedTest,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaControlTest } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { controlKey, type Framework } from '../assess/controls/framework';
import { fail } from '../config/fail';
import type { EntraMfaConfig } from '../config/types';
import type { AddedControls } from './AddedControls';
import { library } from './library';

/**
 * The frameworks that are tested and shown, in their order: those of the library, of modules and of the configuration.
 *
 * @throws InputError with the path of the first wrong key, or the framework of a module, and what it should be
 */
export function frameworksFor(
  compliance: EntraMfaConfig['compliance'],
  added: Pick<AddedControls, 'frameworks' | 'tests'> = {
    frameworks: [],
    tests: [],
  },
): readonly Framework[] {
  const { frameworks, ownFrameworks, controls } = compliance;
  const all = [...library];
  const add = (path: string, framework: Framework) => {
    if (all.some(({ id }) => id === framework.id)) {
      fail(
        `${path}.id`,
        `'${framework.id}' is one that there is already: give it another id`,
      );
    }
    all.push(withTests(path, framework, added.tests));
  };
  for (const framework of added.frameworks) {
    add(`the framework '${framework.id}' of a module`, framework);
  }
  for (const [index, own] of ownFrameworks.entries()) {
    add(`entraMfa.compliance.ownFrameworks[${index}]`, own);
  }
  const ids = all.map(({ id }) => id);
  const chosen = (frameworks ?? ids).map((id, index) => {
    const found = all.find(one => one.id === id);
    return (
      found ??
      fail(
        `entraMfa.compliance.frameworks[${index}]`,
        `'${id}' is no framework; there are ${ids.join(', ')}`,
      )
    );
  });
  const keys = all.flatMap(framework =>
    framework.controls.map(control => controlKey(framework, control)),
  );
  for (const [index, { control }] of controls.entries()) {
    if (!keys.includes(control)) {
      fail(
        `entraMfa.compliance.controls[${index}].control`,
        `'${control}' is no control that there is; docs/compliance.md lists them`,
      );
    }
  }
  return [...new Set(chosen)];
}

/** A framework with what the tests of modules that it names are called. */
function withTests(
  path: string,
  framework: Framework,
  tests: readonly EntraMfaControlTest[],
): Framework {
  const known = new Map<string, AddedTest | undefined>([
    ...controlTestIds.map(id => [id, undefined] as const),
    ...tests.map(({ id, title, link }) => {
      const { en, de = null } = title;
      return [id, { title: { en, de }, link: link ?? null }] as const;
    }),
  ]);
  const named: Record<string, AddedTest> = {};
  for (const [index, control] of framework.controls.entries()) {
    for (const [place, test] of control.tests.entries()) {
      if (!known.has(test)) {
        fail(
          `${path}.controls[${index}].tests[${place}]`,
          `'${test}' is a test that no module adds; there are ${[
            ...known.keys(),
          ].join(', ')}`,
        );
      }
      const is = known.get(test);
      if (is) named[test] = is;
    }
  }
  return { ...framework, added: named };
}
