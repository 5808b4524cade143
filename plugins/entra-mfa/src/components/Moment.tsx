import type { ReactNode } from 'react';
import { momentOf } from '../messages/time';

/** A relative time, with the exact one in its tooltip. */
export function Moment(props: { iso: string; children: ReactNode }) {
  return (
    <time dateTime={props.iso} title={momentOf(props.iso)}>
      {props.children}
    </time>
  );
}
