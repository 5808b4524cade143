import type { ReactNode } from 'react';
import { useWords } from '../messages/useWords';

/** A relative time, with the exact one in its tooltip. */
export function Moment(props: { iso: string; children: ReactNode }) {
  const { momentOf } = useWords();
  return (
    <time dateTime={props.iso} title={momentOf(props.iso)}>
      {props.children}
    </time>
  );
}
