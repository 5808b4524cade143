import { cards } from './cards';
import { assessments } from './assessments';
import { attempts } from './attempts';
import { devices } from './devices';
import { breakGlass } from './breakGlass';
import { catalog } from './catalog';
import { changes } from './changes';
import { check } from './check';
import { connections } from './connections';
import { controls } from './controls';
import { data } from './data';
import { erasure } from './erasure';
import { evidence } from './evidence';
import { exceptions } from './exceptions';
import { forecast } from './forecast';
import { general } from './general';
import { groups } from './groups';
import { hold } from './hold';
import { mine } from './mine';
import { month } from './month';
import { overview } from './overview';
import { people } from './people';
import { phone } from './phone';
import { methodsPolicy } from './methodsPolicy';
import { policies } from './policies';
import { reminders } from './reminders';
import { remediation } from './remediation';
import { reviews } from './reviews';
import { risk } from './risk';
import { roles } from './roles';
import { scope } from './scope';
import { services } from './services';
import { states } from './states';
import { teams } from './teams';
import { whatIf } from './whatIf';

/** Every text, by the rooms that say it. */
export const english = {
  general,
  states,
  overview,
  roles,
  breakGlass,
  hold,
  whatIf,
  scope,
  forecast,
  phone,
  policies,
  methodsPolicy,
  attempts,
  risk,
  devices,
  teams,
  groups,
  people,
  erasure,
  services,
  changes,
  evidence,
  controls,
  remediation,
  reminders,
  assessments,
  exceptions,
  reviews,
  data,
  check,
  connections,
  mine,
  month,
  cards,
  catalog,
} as const;
