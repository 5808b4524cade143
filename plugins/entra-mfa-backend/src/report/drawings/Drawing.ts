/** A drawing in SVG, with the same in words for who does not see it. */
export interface Drawing {
  svg: string;
  width: number;
  height: number;
  /** All that it says. */
  label: string;
}
