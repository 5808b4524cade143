import { useFrames, type FrameProps } from './frames';

/** A part of a page with its heading, and what belongs beside the heading. */
export function Panel(props: FrameProps) {
  const { panel: Frame } = useFrames();
  return <Frame {...props} />;
}
