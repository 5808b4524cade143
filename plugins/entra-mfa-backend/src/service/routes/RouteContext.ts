import type { EvidenceLogs } from '../../evidence/EvidenceLogs';
import type { GraphPageSource } from '../../graph/GraphPageSource';
import type { ConnectService } from '../connect/ConnectService';
import type { NamedSink } from '../connections/getSinks';
import type { ForgetService } from '../connect/ForgetService';
import type { AssessmentReader } from '../assessments/AssessmentReader';
import type { AssessmentService } from '../assessments/AssessmentService';
import type { ExceptionService } from '../exceptions/ExceptionService';
import type { KeptPictures } from '../pictures/KeptPictures';
import type { ReviewService } from '../reviews/ReviewService';
import type { KeptPdfs } from '../../report/KeptPdfs';
import type { ReadContext } from '../types';
import type { WhatIfService } from '../whatIf/WhatIfService';
import type { Shares } from './Shares';
import type { TrailOfTenants } from './TrailOfTenants';

/** What routes are answered with. */
export interface RouteContext extends ReadContext {
  /** What reads each tenant, by its id: whoever asks Graph shares its pace. */
  graph: ReadonlyMap<string, GraphPageSource>;
  connect: ConnectService;
  evidence: EvidenceLogs;
  forget: ForgetService;
  /** Where evidence may be pushed to. */
  sinks: readonly NamedSink[];
  assessments: AssessmentService;
  /** Assessments, for who only reads. */
  assessmentReader: AssessmentReader;
  exceptions: ExceptionService;
  reviews: ReviewService;
  whatIf: WhatIfService;
  /** The pictures that anybody may see. */
  pictures: KeptPictures;
  /** The reports that were made last. */
  papers: KeptPdfs;
  /** Where what somebody does about a tenant is put on record. */
  trail: TrailOfTenants;
  /** How much heavy work each caller may have under way. */
  shares: { whatIf: Shares; exceptionRules: Shares; checks: Shares };
}
