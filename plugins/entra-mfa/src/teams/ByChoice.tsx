import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useWords } from '../messages/useWords';

const choices = ['team', 'group'] as const;

/** By what people are added up: teams of the catalog, or groups of Entra. */
export type By = (typeof choices)[number];

/** Chooses between teams and groups of Entra. */
export function ByChoice(props: { by: By; onChange: (by: By) => void }) {
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
      {choices.map(by => (
        <ToggleButton key={by} id={by} size="small">
          {t(`groups.by.${by}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
