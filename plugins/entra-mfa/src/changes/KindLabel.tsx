import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiEdit2Line,
  RiFilter2Line,
  RiLogoutBoxRLine,
  RiQuestionLine,
  RiScales3Line,
  RiTimeLine,
  RiUserAddLine,
} from '@remixicon/react';
import type { ChangeKind } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import styles from './changes.module.css';

const icons = {
  lost: RiCloseCircleFill,
  downgraded: RiArrowDownLine,
  left: RiLogoutBoxRLine,
  joined: RiUserAddLine,
  gained: RiCheckboxCircleFill,
  upgraded: RiArrowUpLine,
  scope: RiFilter2Line,
  exception: RiTimeLine,
  rule: RiScales3Line,
  certainty: RiQuestionLine,
  renamed: RiEdit2Line,
};

/** The sign of a kind of change. It never stands without the word. */
export function KindIcon({ kind }: { kind: ChangeKind }) {
  const Icon = icons[kind];
  return (
    <Icon className={styles.icon} data-kind={kind} size={16} aria-hidden />
  );
}

/** A kind of change: its own sign, its colour, and always its word. */
export function KindLabel({ kind }: { kind: ChangeKind }) {
  const { t } = useWords();
  return (
    <span
      className={styles.kind}
      data-kind={kind}
      title={t(`changes.meaning.${kind}`)}
    >
      <KindIcon kind={kind} />
      {t(`changes.kind.${kind}`)}
    </span>
  );
}
