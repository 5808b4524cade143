import type {
  AddedTest,
  ControlResult,
  ControlWords,
  Severity,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** A control: ids are the framework's, words are ours. */
export interface ControlDefinition {
  id: string;
  severity: Severity | null;
  /** What speaks for it; at least one. */
  tests: readonly ControlResult['test'][];
  en: ControlWords;
  de: ControlWords | null;
}

/** Requirements that belong together. */
export interface Framework {
  id: string;
  name: string;
  /** Where its own text can be had. */
  link: string | null;
  controls: readonly ControlDefinition[];
  /** What the tests of its controls are called that modules added, by id. */
  added?: Readonly<Record<string, AddedTest>>;
}

/** What a control is called in the store and in the configuration: `soc2/CC6.1`. */
export const controlKey = (
  framework: Pick<Framework, 'id'>,
  control: Pick<ControlDefinition, 'id'>,
) => `${framework.id}/${control.id}`;

/** What the configuration says of a control, in one tenant or in all. */
export interface ControlSetting {
  /** See {@link controlKey}. */
  control: string;
  /** Null for every tenant. */
  tenantId: string | null;
  /** Why it does not apply; null where it does. */
  disabled: string | null;
  /** How it is done here; null where nobody says. */
  narrative: { text: string; author: string; on: string } | null;
}

/** What holds for a control in a tenant: what is said of the tenant goes before what is said of all. */
export function settingOf<K extends 'disabled' | 'narrative'>(
  settings: readonly ControlSetting[],
  control: string,
  tenantId: string,
  what: K,
): ControlSetting[K] {
  const of = (tenant: string | null) =>
    settings.find(
      one =>
        one.control === control &&
        one.tenantId === tenant &&
        one[what] !== null,
    )?.[what] ?? null;
  return of(tenantId) ?? of(null);
}
