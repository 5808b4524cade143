import type { CompoundEntityRef } from '@backstage/catalog-model';
import {
  kpiViews,
  organization,
  type KpiOptions,
  type KpiView,
} from './KpiOptions';

/** The figure that a KPI card shows. */
export interface AskedFigure {
  tenant: string | undefined;
  /** Null for the organization. */
  team: CompoundEntityRef | null;
  show: KpiView;
}

/** The control whose status a KPI card shows. */
export interface AskedControl {
  tenant: string | undefined;
  control: { framework: string; id: string };
}

/** What was asked for, or the part of it that is no such thing. */
export type ReadKpi = { asked: AskedFigure | AskedControl } | { wrong: string };

/** Reads the options of a KPI card. */
export function readKpi({ tenant, team, show }: KpiOptions): ReadKpi {
  const written = team?.trim() || organization;
  const control = controlOf(written);
  if (control) {
    // It is shown in one way alone.
    const view = show?.trim();
    return view
      ? { wrong: view }
      : { asked: { tenant: tenant?.trim() || undefined, control } };
  }
  const ref = written === organization ? null : groupRef(written);
  if (ref === undefined) return { wrong: written };
  const view = show?.trim() || 'figure';
  if (!isView(view)) return { wrong: view };
  return {
    asked: { tenant: tenant?.trim() || undefined, team: ref, show: view },
  };
}

/** Reads the value of the annotation: `group:default/payments;show=trend`. */
export function readKpiAnnotation(value: string): ReadKpi {
  const [team, ...others] = value.split(';').map(part => part.trim());
  const options: KpiOptions = { team };
  for (const other of others) {
    const [, name, text] = /^(show|tenant)\s*=\s*(\S+)$/.exec(other) ?? [];
    const isSecond = name && options[name as 'show' | 'tenant'] !== undefined;
    if (!name || isSecond) return { wrong: other };
    options[name as 'show' | 'tenant'] = text;
  }
  return team === '' ? { wrong: value } : readKpi(options);
}

function isView(text: string): text is KpiView {
  return (kpiViews as readonly string[]).includes(text);
}

/** A control by its name, `control:mfa/MFA-01`; undefined for everything else. */
function controlOf(text: string): AskedControl['control'] | undefined {
  const [, framework, id] = /^control:([^/\s]+)\/(\S+)$/.exec(text) ?? [];
  return framework ? { framework, id } : undefined;
}

/** A Group by its ref, the namespace of which may be left out; undefined for everything else. */
function groupRef(text: string): CompoundEntityRef | undefined {
  const [, kind, namespace, name] =
    /^([^:/\s]+):(?:([^:/\s]+)\/)?([^:/\s]+)$/.exec(text.toLowerCase()) ?? [];
  return kind === 'group'
    ? { kind, namespace: namespace ?? 'default', name }
    : undefined;
}
