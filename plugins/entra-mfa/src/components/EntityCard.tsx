import { useFrames, type FrameProps } from './frames';

/** A card of an entity page. */
export function EntityCard(props: FrameProps) {
  const { card: Frame } = useFrames();
  return <Frame {...props} />;
}
