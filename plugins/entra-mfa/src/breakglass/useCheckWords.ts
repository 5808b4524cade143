import {
  methodKinds,
  type BreakGlassCheckResult,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';

/** Words what a check found. */
export function useCheckWords() {
  const { t, tier, dayOf } = useWords();
  /** A kind that is not known here keeps the name that Microsoft gives the method. */
  const kindOf = (name: string) => {
    const known = methodKinds.find(kind => kind === name);
    return known ? t(`breakGlass.kind.${camel(known)}`) : name;
  };
  return ({ code, values }: BreakGlassCheckResult): string =>
    t(`breakGlass.found.${camel(code)}`, {
      kinds: (values.kinds ?? []).map(kindOf).join(', '),
      tier: tier(values.tier ?? null),
      kind: kindOf(values.dailyKind ?? ''),
      days: values.days ?? 0,
      date: values.on ? dayOf(values.on) : '',
    });
}
