import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  Assessment,
  AssessmentAction,
  AssessmentChange,
  RouteBody,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaApi } from '../api/EntraMfaApi';
import { keyOf } from '../api/useRead';
import { useSend } from '../api/useSend';
import { useWords } from '../messages/useWords';
import { useToast } from '../navigation/useToast';

type Of = Pick<Assessment, 'number' | 'tenant'>;

/** What somebody does with an assessment. */
export type AssessmentDeed =
  | { action: 'start'; body: RouteBody<'startAssessment'> }
  | { action: 'supersede'; body: RouteBody<'startAssessment'> }
  | { action: 'change'; of: Of; body: AssessmentChange }
  | { action: 'assign'; of: Of; body: AssessmentChange }
  | { action: 'submit'; of: Of; note: string }
  | { action: 'approve'; of: Of; note: string; step: number }
  | { action: 'return'; of: Of; note: string; step: number }
  | { action: 'comments'; of: Of; text: string; control?: string };

const noteOf = (note: string) => (note ? { note } : {});

function take(
  send: EntraMfaApi['call'],
  deed: AssessmentDeed,
): Promise<Assessment> {
  if (deed.action === 'start' || deed.action === 'supersede') {
    return send('startAssessment', {}, {}, { body: deed.body });
  }
  const params = { number: deed.of.number };
  const query = { tenant: deed.of.tenant.id };
  switch (deed.action) {
    case 'change':
    case 'assign':
      return send('changeAssessment', params, query, { body: deed.body });
    case 'submit':
      return send('submitAssessment', params, query, {
        body: noteOf(deed.note),
      });
    case 'comments': {
      const { text, control } = deed;
      return send('commentAssessment', params, query, {
        body: { text, ...(control && { control }) },
      });
    }
    default:
      return send('decideAssessment', params, query, {
        body: {
          decision: deed.action === 'approve' ? 'approved' : 'returned',
          ...noteOf(deed.note),
          step: deed.step,
        },
      });
  }
}

/** Does something with an assessment, says that it was done, and reads again what it changes. */
export function useAssessmentStep() {
  const { t } = useWords();
  const send = useSend();
  const toast = useToast();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (deed: AssessmentDeed) => take(send, deed),
    onSuccess: async (_, { action }) => {
      toast(t(`assessments.${action}.done`), 'success');
      await Promise.all(
        (['getAssessment', 'getAssessments'] as const).map(route =>
          queryClient.invalidateQueries({ queryKey: keyOf(route) }),
        ),
      );
    },
  });
}

/** The steps that take a note. */
export type OfferedAction = Extract<
  AssessmentAction,
  'submit' | 'approve' | 'return'
>;
