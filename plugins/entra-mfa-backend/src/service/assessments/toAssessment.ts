import type {
  Assessment,
  AssessmentAction,
  AssessmentListed,
  AssessmentResult,
  AssessmentStep,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { assessmentState } from '../../assess/assessments/refuseStep';
import { controlKey, type Framework } from '../../assess/controls/framework';
import type {
  countPins,
  ListedAssessment,
  StoredAssessment,
} from '../../store/assessments/readAssessments';
import { toDate } from '../../store/sql/instant';
import type { AssessmentRow, AssessmentStepRow } from '../../store/sql/tables';
import { preparationOf } from './readAssessmentParties';

type TenantName = Assessment['tenant'];

/** A line of the list. */
export function toListed(
  { row, steps, comments, metThroughout }: ListedAssessment,
  tenant: TenantName,
): AssessmentListed {
  const head = headOf(row, steps, tenant);
  return {
    ...head,
    controls: controlsOf(row).length,
    // What an earlier submission came to is not what it says now.
    metThroughout: head.state === 'returned' ? null : metThroughout,
    comments,
  };
}

/** All of an assessment. */
export function toAssessment(
  { row, steps, comments, auditors }: StoredAssessment,
  more: {
    tenant: TenantName;
    frameworks: readonly Framework[];
    result: AssessmentResult;
    fingerprint: string | null;
    pins: Awaited<ReturnType<typeof countPins>>;
    key: string | null;
    actions: AssessmentAction[];
  },
): Assessment {
  const { tenant, frameworks, ...rest } = more;
  return {
    ...headOf(row, steps, tenant),
    controls: controlsOf(row).map(control => nameOf(control, frameworks)),
    supersedes: row.supersedes,
    supersededBy:
      steps.findLast(step => step.superseded_by)?.superseded_by ?? null,
    preparers: [...new Set(preparationOf(steps).map(step => step.taken_by))],
    steps: steps.map(toStep),
    comments: comments.map(comment => ({
      comment: comment.comment,
      by: comment.written_by,
      at: toDate(comment.written_at).toISOString(),
      text: comment.text,
      control: comment.control,
    })),
    auditors,
    ...rest,
  };
}

/** The controls of an assessment: `framework/id`. */
export function controlsOf({ controls }: AssessmentRow): string[] {
  return JSON.parse(controls);
}

function headOf(
  row: AssessmentRow,
  steps: readonly AssessmentStepRow[],
  tenant: TenantName,
) {
  return {
    tenant,
    number: row.assessment,
    title: row.title,
    kind: row.kind,
    from: row.from_day,
    to: row.to_day,
    state: assessmentState(steps),
    prepared: {
      by: row.prepared_by,
      at: toDate(row.prepared_at).toISOString(),
    },
    last: toStep(steps[steps.length - 1]),
  };
}

function toStep(step: AssessmentStepRow): AssessmentStep {
  return {
    step: step.step,
    kind: step.kind,
    by: step.taken_by,
    at: toDate(step.taken_at).toISOString(),
    note: step.note,
    supersededBy: step.superseded_by,
  };
}

/** What a control is called; one whose framework was left out since, as it is written. */
function nameOf(control: string, frameworks: readonly Framework[]) {
  const [frameworkId] = control.split('/');
  const id = control.slice(frameworkId.length + 1);
  const framework = frameworks.find(one => one.id === frameworkId);
  const found = framework?.controls.find(
    one => controlKey(framework, one) === control,
  );
  return {
    control,
    framework: { id: frameworkId, name: framework?.name ?? frameworkId },
    id,
    titles: { en: found?.en.title ?? id, de: found?.de?.title ?? null },
  };
}
