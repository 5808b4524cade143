import { getBreakGlass, recordDrill } from './breakGlass';
import { getChanges, getChangeWeeks } from './changes';
import {
  getAssessments,
  getAssessment,
  getAssessmentBundle,
  startAssessment,
  changeAssessment,
  submitAssessment,
  decideAssessment,
  commentAssessment,
} from './assessments';
import { getAttempts } from './attempts';
import { getBudget } from './budget';
import { getConnections, getTrail } from './connections';
import { getControl, getControls } from './controls';
import { getEntraGroups } from './entraGroups';
import { erasePerson } from './erasure';
import {
  getEvidence,
  getEvidenceBundle,
  getEvidenceConsistency,
  getEvidenceLeaf,
  getEvidenceReport,
} from './evidence';
import {
  getExceptions,
  getException,
  requestException,
  decideException,
  endException,
  withdrawException,
} from './exceptions';
import {
  exportTeams,
  exportEntraGroups,
  exportTeamServices,
  exportServices,
  exportRoles,
  exportChanges,
  exportUnmatched,
  exportExceptions,
  exportBreakGlass,
  exportRuns,
} from './files';
import { getFeed } from './feed';
import {
  getForgetting,
  askForgetting,
  approveForgetting,
  stopForgetting,
} from './forgetting';
import { getHolds, releaseHold } from './hold';
import { getControlPicture, getKpiPicture } from './kpiPicture';
import { getMine } from './mine';
import { getOverview } from './overview';
import {
  getPeople,
  exportPeople,
  getPerson,
  getPersonTenants,
  getUnmatched,
} from './people';
import { overrideTarget } from './overrides';
import {
  getTeamServices,
  getServices,
  getEntityOwners,
  getPersonServices,
} from './reach';
import { getRemediation } from './remediation';
import {
  getReminders,
  getReminder,
  previewReminders,
  createReminders,
  startReminders,
  stopReminders,
} from './reminders';
import {
  getReviews,
  openReview,
  getReview,
  getReviewItems,
  exportReviewItems,
  decideReviewItem,
  decideReviewItems,
  handOverReview,
  closeReview,
  createReviewSchedule,
  changeReviewSchedule,
  stopReviewSchedule,
} from './reviews';
import { getRoles } from './roleList';
import {
  getConnect,
  beginConnect,
  withdrawConnect,
  openConsentLink,
  answerConsent,
  changeConnection,
  disconnectTenant,
} from './connect';
import { checkConnection } from './connectionCheck';
import { getRuns, getTenants, startSync, getEntityStatus } from './runs';
import { getSinks } from './sinks';
import { getStorage } from './storage';
import { getControlTeams, getTeamControls } from './teamControls';
import { getTeams, getTeam, getTeamTenants } from './teams';
import { previewScope } from './scopePreview';
import { getWhatIf } from './whatIf';

/** The type of `routes`. @public */
export type Routes = {
  getOverview: typeof getOverview;
  getMine: typeof getMine;
  getTeams: typeof getTeams;
  getTeam: typeof getTeam;
  getTeamTenants: typeof getTeamTenants;
  overrideTarget: typeof overrideTarget;
  getTeamServices: typeof getTeamServices;
  getServices: typeof getServices;
  getEntityOwners: typeof getEntityOwners;
  getPersonServices: typeof getPersonServices;
  getPersonTenants: typeof getPersonTenants;
  getPeople: typeof getPeople;
  exportPeople: typeof exportPeople;
  getPerson: typeof getPerson;
  erasePerson: typeof erasePerson;
  getEntraGroups: typeof getEntraGroups;
  getRoles: typeof getRoles;
  getChanges: typeof getChanges;
  getChangeWeeks: typeof getChangeWeeks;
  getAttempts: typeof getAttempts;
  getEvidence: typeof getEvidence;
  getEvidenceBundle: typeof getEvidenceBundle;
  getEvidenceReport: typeof getEvidenceReport;
  getEvidenceLeaf: typeof getEvidenceLeaf;
  getEvidenceConsistency: typeof getEvidenceConsistency;
  getUnmatched: typeof getUnmatched;
  getExceptions: typeof getExceptions;
  getException: typeof getException;
  requestException: typeof requestException;
  decideException: typeof decideException;
  endException: typeof endException;
  withdrawException: typeof withdrawException;
  getWhatIf: typeof getWhatIf;
  previewScope: typeof previewScope;
  getReviews: typeof getReviews;
  openReview: typeof openReview;
  getReview: typeof getReview;
  getReviewItems: typeof getReviewItems;
  exportReviewItems: typeof exportReviewItems;
  decideReviewItem: typeof decideReviewItem;
  decideReviewItems: typeof decideReviewItems;
  handOverReview: typeof handOverReview;
  closeReview: typeof closeReview;
  createReviewSchedule: typeof createReviewSchedule;
  changeReviewSchedule: typeof changeReviewSchedule;
  stopReviewSchedule: typeof stopReviewSchedule;
  getRemediation: typeof getRemediation;
  getReminders: typeof getReminders;
  getReminder: typeof getReminder;
  previewReminders: typeof previewReminders;
  createReminders: typeof createReminders;
  startReminders: typeof startReminders;
  stopReminders: typeof stopReminders;
  getControls: typeof getControls;
  getControl: typeof getControl;
  getControlTeams: typeof getControlTeams;
  getTeamControls: typeof getTeamControls;
  getAssessments: typeof getAssessments;
  getAssessment: typeof getAssessment;
  getAssessmentBundle: typeof getAssessmentBundle;
  startAssessment: typeof startAssessment;
  changeAssessment: typeof changeAssessment;
  submitAssessment: typeof submitAssessment;
  decideAssessment: typeof decideAssessment;
  commentAssessment: typeof commentAssessment;
  getBreakGlass: typeof getBreakGlass;
  recordDrill: typeof recordDrill;
  getRuns: typeof getRuns;
  getTenants: typeof getTenants;
  startSync: typeof startSync;
  checkConnection: typeof checkConnection;
  getHolds: typeof getHolds;
  releaseHold: typeof releaseHold;
  getEntityStatus: typeof getEntityStatus;
  exportTeams: typeof exportTeams;
  exportEntraGroups: typeof exportEntraGroups;
  exportTeamServices: typeof exportTeamServices;
  exportServices: typeof exportServices;
  exportRoles: typeof exportRoles;
  exportChanges: typeof exportChanges;
  exportUnmatched: typeof exportUnmatched;
  exportExceptions: typeof exportExceptions;
  exportBreakGlass: typeof exportBreakGlass;
  exportRuns: typeof exportRuns;
  getConnections: typeof getConnections;
  getConnect: typeof getConnect;
  beginConnect: typeof beginConnect;
  withdrawConnect: typeof withdrawConnect;
  openConsentLink: typeof openConsentLink;
  answerConsent: typeof answerConsent;
  changeConnection: typeof changeConnection;
  disconnectTenant: typeof disconnectTenant;
  getTrail: typeof getTrail;
  getBudget: typeof getBudget;
  getFeed: typeof getFeed;
  getKpiPicture: typeof getKpiPicture;
  getControlPicture: typeof getControlPicture;
  getStorage: typeof getStorage;
  getSinks: typeof getSinks;
  getForgetting: typeof getForgetting;
  askForgetting: typeof askForgetting;
  approveForgetting: typeof approveForgetting;
  stopForgetting: typeof stopForgetting;
};

/**
 * Every route of the API. The router checks requests with it, the client is typed by it and the OpenAPI
 * document is made from it.
 *
 * @public
 */
export const routes: Routes = {
  getOverview,
  getMine,
  getTeams,
  getTeam,
  getTeamTenants,
  overrideTarget,
  getTeamServices,
  getServices,
  getEntityOwners,
  getPersonServices,
  getPeople,
  exportPeople,
  getPerson,
  getPersonTenants,
  erasePerson,
  getEntraGroups,
  getRoles,
  getChanges,
  getChangeWeeks,
  getAttempts,
  getEvidence,
  getEvidenceBundle,
  getEvidenceReport,
  getEvidenceLeaf,
  getEvidenceConsistency,
  getUnmatched,
  getExceptions,
  getException,
  requestException,
  decideException,
  endException,
  withdrawException,
  getWhatIf,
  previewScope,
  getReviews,
  openReview,
  getReview,
  getReviewItems,
  exportReviewItems,
  decideReviewItem,
  decideReviewItems,
  handOverReview,
  closeReview,
  createReviewSchedule,
  changeReviewSchedule,
  stopReviewSchedule,
  getRemediation,
  getReminders,
  getReminder,
  previewReminders,
  createReminders,
  startReminders,
  stopReminders,
  getControls,
  getControl,
  getControlTeams,
  getTeamControls,
  getAssessments,
  getAssessment,
  getAssessmentBundle,
  startAssessment,
  changeAssessment,
  submitAssessment,
  decideAssessment,
  commentAssessment,
  getBreakGlass,
  recordDrill,
  getRuns,
  getTenants,
  startSync,
  checkConnection,
  getHolds,
  releaseHold,
  getEntityStatus,
  exportTeams,
  exportEntraGroups,
  exportTeamServices,
  exportServices,
  exportRoles,
  exportChanges,
  exportUnmatched,
  exportExceptions,
  exportBreakGlass,
  exportRuns,
  getConnections,
  getConnect,
  beginConnect,
  withdrawConnect,
  openConsentLink,
  answerConsent,
  changeConnection,
  disconnectTenant,
  getTrail,
  getBudget,
  getFeed,
  getKpiPicture,
  getControlPicture,
  getStorage,
  getSinks,
  getForgetting,
  askForgetting,
  approveForgetting,
  stopForgetting,
};
