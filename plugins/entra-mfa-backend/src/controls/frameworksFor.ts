import { controlKey, type Framework } from '../assess/controls/framework';
import { fail } from '../config/fail';
import type { EntraMfaConfig } from '../config/types';
import { library } from './library';

/**
 * The frameworks that are tested and shown, in their order: those of the library, and those of the configuration.
 *
 * @throws InputError with the path of the first wrong key and what it should be
 */
export function frameworksFor(
  compliance: EntraMfaConfig['compliance'],
): readonly Framework[] {
  const { frameworks, ownFrameworks, controls } = compliance;
  const all = [...library];
  for (const [index, own] of ownFrameworks.entries()) {
    if (library.some(({ id }) => id === own.id)) {
      fail(
        `entraMfa.compliance.ownFrameworks[${index}].id`,
        `'${own.id}' is one that comes with the plugin: give it another id`,
      );
    }
    all.push(own);
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
