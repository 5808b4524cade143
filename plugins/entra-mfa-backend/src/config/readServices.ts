import type { Config } from '@backstage/config';
import { DEFAULT_TIER_ANNOTATION } from '../collectors/catalogOwnership';
import { fail } from './fail';

/** Reads where the catalog says how much depends on a service. */
export function readServices(config: Config): { tierAnnotation: string } {
  const key = 'services.tierAnnotation';
  const tierAnnotation =
    config.getOptionalString(key)?.trim() ?? DEFAULT_TIER_ANNOTATION;
  if (!/^[A-Za-z0-9]([\w./-]*[A-Za-z0-9])?$/.test(tierAnnotation)) {
    fail(
      `entraMfa.${key}`,
      'should be the name of an annotation or label, such as example.com/tier',
    );
  }
  return { tierAnnotation };
}
