import { assessments } from './de/assessments';
import { attempts } from './de/attempts';
import { devices } from './de/devices';
import { breakGlass } from './de/breakGlass';
import { cards } from './de/cards';
import { catalog } from './de/catalog';
import { changes } from './de/changes';
import { check } from './de/check';
import { connections } from './de/connections';
import { controls } from './de/controls';
import { data } from './de/data';
import { erasure } from './de/erasure';
import { evidence } from './de/evidence';
import { exceptions } from './de/exceptions';
import { forecast } from './de/forecast';
import { general } from './de/general';
import { groups } from './de/groups';
import { hold } from './de/hold';
import { mine } from './de/mine';
import { month } from './de/month';
import { overview } from './de/overview';
import { people } from './de/people';
import { phone } from './de/phone';
import { methodsPolicy } from './de/methodsPolicy';
import { policies } from './de/policies';
import { reminders } from './de/reminders';
import { remediation } from './de/remediation';
import { reviews } from './de/reviews';
import { risk } from './de/risk';
import { roles } from './de/roles';
import { scope } from './de/scope';
import { services } from './de/services';
import { states } from './de/states';
import { teams } from './de/teams';
import { whatIf } from './de/whatIf';
import type { english } from './english';
import { flat } from './flat';
import type { MessagesOf } from './MessagesOf';

/** Every text in German. */
export const german: MessagesOf<typeof english> = {
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
};

/** As a translation ref takes it. */
export default flat(german);
