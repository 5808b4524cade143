import type { Framework } from '../../assess/controls/framework';
import { cisControls } from './cisControls';
import { cisM365 } from './cisM365';
import { dora } from './dora';
import { essentialEight } from './essentialEight';
import { iso27001 } from './iso27001';
import { mfa } from './mfa';
import { nis2 } from './nis2';
import { nist80053 } from './nist80053';
import { nistCsf } from './nistCsf';
import { pciDss } from './pciDss';
import { scuba } from './scuba';
import { soc2 } from './soc2';

/** The frameworks that come with the plugin, in the order in which they are shown. */
export const library: readonly Framework[] = [
  mfa,
  soc2,
  iso27001,
  cisM365,
  cisControls,
  nist80053,
  nistCsf,
  pciDss,
  scuba,
  nis2,
  dora,
  essentialEight,
];
