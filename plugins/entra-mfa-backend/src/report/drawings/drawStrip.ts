import {
  controlDays,
  type ControlDay,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { statusWords } from '../words';
import type { Drawing } from './Drawing';

const STEP = 2;
const HEIGHT = 12;

/** How high a day is says its status without the colour: on a black and white print too. */
const forms: Readonly<
  Record<ControlDay, { top: number; height: number; fill: string } | null>
> = {
  met: { top: 0, height: 12, fill: '#1a7f37' },
  'not-met': { top: 7, height: 5, fill: '#c2222b' },
  'not-evaluated': { top: 4.5, height: 3, fill: '#8a6100' },
  stale: { top: 10.5, height: 1.5, fill: '#59636e' },
  disabled: { top: 5.5, height: 1, fill: '#59636e' },
  'no-data': null,
};

/** What a control was on each day, the oldest first, as a strip. */
export function drawStrip(days: readonly ControlDay[]): Drawing {
  const width = days.length * STEP;
  const paths = controlDays.flatMap(status => {
    const form = forms[status];
    const places = days.flatMap((day, place) =>
      day === status ? [place] : [],
    );
    if (!form || places.length === 0) return [];
    const bars = places.map(
      place =>
        `M${place * STEP} ${form.top}h${STEP - 0.5}v${form.height}h-${
          STEP - 0.5
        }z`,
    );
    return [`<path fill="${form.fill}" d="${bars.join('')}"/>`];
  });
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}">${paths.join(
      '',
    )}</svg>`,
    width,
    height: HEIGHT,
    label: stripWords(days),
  };
}

/** How many days a strip has of each status: `60 met, 30 not met`. */
function stripWords(days: readonly ControlDay[]): string {
  return controlDays
    .map(status => ({
      status,
      count: days.filter(day => day === status).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count}\u00a0${statusWords[status]}`)
    .join(', ');
}
