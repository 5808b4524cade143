import { controlKey, type Framework } from '../assess/controls/framework';
import { fail } from '../config/fail';
import type { EntraMfaConfig } from '../config/types';

/**
 * Checks that the controls are shown of which pictures need no session.
 *
 * @throws InputError with the path of the first that is not
 */
export function checkPictures(
  pictures: EntraMfaConfig['pictures'],
  frameworks: readonly Framework[],
): void {
  const keys = frameworks.flatMap(framework =>
    framework.controls.map(control => controlKey(framework, control)),
  );
  for (const [index, { control }] of pictures.entries()) {
    if (control !== null && !keys.includes(control)) {
      fail(
        `entraMfa.pictures[${index}]`,
        `'${control}' is no control that is shown; docs/compliance.md lists them`,
      );
    }
  }
}
