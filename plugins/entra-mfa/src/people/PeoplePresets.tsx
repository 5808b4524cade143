import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  peoplePresetIds,
  peoplePresets,
  type People,
  type PeoplePreset,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import type { FiltersProps } from '../navigation/FiltersProps';
import { filterNames, type FilterValues } from '../navigation/filterValues';
import styles from './people.module.css';

/** What a preset leaves as it is: whose people are listed, and in which order. */
const kept = ['team', 'subTeams', 'q', 'sort', 'order'] as const;

const everyone = 'everyone';

const isKept = (name: string) => kept.some(one => one === name);

/** What a preset filters by, as the address has it. */
function valuesOf(preset: PeoplePreset): FilterValues {
  const values: FilterValues = {};
  const given: Readonly<Record<string, unknown>> = { ...preset };
  for (const name of filterNames) {
    if (given[name] !== undefined) values[name] = String(given[name]);
  }
  return values;
}

/** The filters that a preset changes, without what it leaves. */
function filtersOf(values: FilterValues): string {
  return JSON.stringify(
    filterNames
      .filter(name => !isKept(name) && values[name])
      .map(name => [name, values[name]]),
  );
}

/** The preset that is shown, whatever team, text and order; undefined where it is none of them. */
export function presetOf(filter: FilterValues): FilterValues | undefined {
  const now = filtersOf(filter);
  return peoplePresetIds
    .map(id => valuesOf(peoplePresets[id]))
    .find(values => filtersOf(values) === now);
}

/** Presets of what is not read everywhere, and of which not everybody may know. */
const optional = ['at-risk-without-mfa', 'no-sign-in', 'shared-mailbox'];

/** Whether it can be told whom a preset finds. */
const isAnswered = (id: string, presets: People['presets']) =>
  !optional.includes(id) || presets?.some(preset => preset.id === id) === true;

/** What is looked for most, each with how many there are. */
export function PeoplePresets(
  props: FiltersProps & {
    /** How many each finds; nothing while that is not known. */
    presets: People['presets'];
  },
) {
  const { t, count } = useWords();
  const { filter, onChange, presets } = props;
  const all: { id: string; label: string; values: FilterValues }[] = [
    ...peoplePresetIds
      .filter(id => isAnswered(id, presets))
      .map(id => ({
        id,
        label: t(`people.preset.${camel(id)}`),
        values: valuesOf(peoplePresets[id]),
      })),
    { id: everyone, label: t('people.preset.everyone'), values: {} },
  ];
  const now = filtersOf(filter);
  const chosen = all.filter(({ values }) => filtersOf(values) === now);
  const choose = (id: string) => {
    const values = all.find(preset => preset.id === id)?.values;
    if (!values) return;
    const change: FilterValues = {};
    for (const name of filterNames) {
      if (!isKept(name)) change[name] = values[name];
    }
    onChange(change);
  };
  return (
    <div className={styles.presets}>
      <ToggleButtonGroup
        aria-label={t('people.preset.label')}
        selectionMode="single"
        selectedKeys={chosen.map(({ id }) => id)}
        onSelectionChange={keys => {
          const [id] = [...keys];
          if (id !== undefined) choose(String(id));
        }}
      >
        {all.map(({ id, label }) => {
          const found = presets?.find(preset => preset.id === id)?.count;
          return (
            <ToggleButton key={id} id={id} size="small">
              {label}
              {found === undefined ? '' : ` ${count(found)}`}
            </ToggleButton>
          );
        })}
      </ToggleButtonGroup>
    </div>
  );
}
