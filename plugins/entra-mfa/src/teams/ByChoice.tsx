import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useWords } from '../messages/useWords';

const choices = ['team', 'map', 'group'] as const;

/** By what people are added up: teams of the catalog as a table or as a map, or groups of Entra. */
export type By = (typeof choices)[number];

/** Chooses between teams, their map, and groups of Entra where these are read. */
export function ByChoice(props: {
  by: By;
  hasGroups: boolean;
  onChange: (by: By) => void;
}) {
  const { t } = useWords();
  return (
    <ToggleButtonGroup
      aria-label={t('groups.by.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.by]}
      onSelectionChange={keys => {
        const chosen = choices.find(by => keys.has(by));
        if (chosen) props.onChange(chosen);
      }}
    >
      {choices
        .filter(by => by !== 'group' || props.hasGroups)
        .map(by => (
          <ToggleButton key={by} id={by} size="small">
            {t(`groups.by.${by}`)}
          </ToggleButton>
        ))}
    </ToggleButtonGroup>
  );
}
