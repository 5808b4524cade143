import type { ComponentType } from 'react';
import { LegacyFrames } from './LegacyFrames';

/** A part of the plugin in the frames of the old frontend system. */
export function framed(Part: ComponentType): () => JSX.Element {
  return function Framed() {
    return (
      <LegacyFrames>
        <Part />
      </LegacyFrames>
    );
  };
}
