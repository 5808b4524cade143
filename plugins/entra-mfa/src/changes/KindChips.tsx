import { ToggleButton } from '@backstage/ui';
import {
  changeKinds,
  type ChangeKind,
  type Changes,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import { KindIcon } from './KindLabel';
import styles from './changes.module.css';

/** The kinds that anybody has, with how many, the most important first; each narrows the list. */
export function KindChips(props: {
  counts: NonNullable<Changes['counts']>;
  /** Kinds that are listed; none for all. */
  selected: readonly string[];
  onChange: (kinds: ChangeKind[]) => void;
}) {
  const { t, count } = useWords();
  const { counts, selected, onChange } = props;
  const shown = changeKinds.filter(
    kind => counts[kind] > 0 || kind === 'lost' || selected.includes(kind),
  );
  return (
    <div role="group" aria-label={t('changes.kinds')} className={styles.chips}>
      {shown.map(kind => (
        <ToggleButton
          key={kind}
          size="small"
          iconStart={<KindIcon kind={kind} />}
          isSelected={selected.includes(kind)}
          onChange={isSelected =>
            onChange(
              changeKinds.filter(other =>
                other === kind ? isSelected : selected.includes(other),
              ),
            )
          }
        >
          {`${t(`changes.kind.${kind}`)} ${count(counts[kind])}`}
        </ToggleButton>
      ))}
    </div>
  );
}
