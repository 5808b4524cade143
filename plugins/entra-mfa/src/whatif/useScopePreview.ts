import { useEffect, useState } from 'react';
import { useRead } from '../api/useRead';
import type { PageParams } from '../navigation/usePageParams';

/** After how long without a change a filter is tried. */
const RESTS_MS = 400;

/** How many people are named. */
const NAMED = 20;

/** A rule that is tried. */
export interface TriedRule {
  leaveOut?: string;
  inPlaceOf?: string;
}

/** What a rule would do, asked for when the typing rests; nothing of a rule that says nothing. */
export function useScopePreview(
  { tenant, at }: PageParams,
  { leaveOut, inPlaceOf }: TriedRule,
) {
  const [asked, setAsked] = useState<TriedRule>({});
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ leaveOut, inPlaceOf }), RESTS_MS);
    return () => clearTimeout(timer);
  }, [leaveOut, inPlaceOf]);
  const isSame = asked.leaveOut === leaveOut && asked.inPlaceOf === inPlaceOf;
  const saysSomething = leaveOut !== undefined || inPlaceOf !== undefined;
  return useRead(
    'previewScope',
    {},
    { tenant, at, ...asked, limit: NAMED },
    { enabled: isSame && saysSomething, staleTime: 60_000 },
  );
}
