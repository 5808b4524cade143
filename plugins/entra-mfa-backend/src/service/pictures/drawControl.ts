import type { ControlStatus } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { colours, line, svg } from './drawing';

/** A control as a picture shows it. */
export interface ControlFacts {
  framework: string;
  id: string;
  title: string;
  /** Null before the first snapshot that tested it. */
  status: ControlStatus | null;
  since: string | null;
  /** When the snapshot was; null before the first. */
  at: string | null;
}

/** What fits into a line of each size. */
const LONGEST = { small: 44, title: 40 };

const words: Record<ControlStatus, { status: string; colour: string }> = {
  met: { status: 'Met', colour: colours.met },
  'not-met': { status: 'Not met', colour: colours.missed },
  'not-evaluated': { status: 'Not evaluated', colour: colours.ink },
  stale: { status: 'Stale', colour: colours.quiet },
  disabled: { status: 'Does not apply here', colour: colours.quiet },
};

/** Draws where a control stands as an SVG picture, which says in words all that it says in colours. */
export function drawControl(control: ControlFacts): string {
  const { framework, id, title, since, at } = control;
  const { status, colour } = control.status
    ? words[control.status]
    : { status: 'Not tested yet', colour: colours.quiet };
  const standing = since ? `${status} since ${since.slice(0, 10)}` : status;
  const data = at ? `Data of ${at.slice(0, 10)} (UTC)` : 'No data yet';
  const of = `${framework} ${id}`;
  const lines = inLines(title);
  const below = lines.length * 20;
  return svg(`${of}, ${title}: ${standing}. ${data}`, 78 + below, [
    line(of, LONGEST.small, { y: 26, size: 13, fill: colours.quiet }),
    ...lines.map((text, place) =>
      line(text, LONGEST.title, { y: 48 + place * 20, size: 14, bold: true }),
    ),
    line(standing, LONGEST.small, {
      ...{ y: 48 + below, size: 13, bold: true, fill: colour },
    }),
    line(data, LONGEST.small, {
      ...{ y: 66 + below, size: 11, fill: colours.quiet },
    }),
  ]);
}

/** In two lines where one is not enough; what is longer still is cut. */
function inLines(title: string): string[] {
  if (title.length <= LONGEST.title) return [title];
  const space = title.lastIndexOf(' ', LONGEST.title);
  return space > 0 ? [title.slice(0, space), title.slice(space + 1)] : [title];
}
