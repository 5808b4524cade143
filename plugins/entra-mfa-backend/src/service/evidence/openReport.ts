import type { DocumentFormat } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EvidenceLogs } from '../../evidence/EvidenceLogs';
import type { KeptPdfs } from '../../report/KeptPdfs';
import { reportHtml } from '../../report/reportHtml';
import { reportOfDay } from '../../report/reportOfDay';
import { aboutFile } from '../exports/aboutFile';
import { fileName } from '../exports/fileName';
import { requirePublished } from '../Snapshots';
import type { QueryOf, ReadContext } from '../types';
import { readEvidenceDay } from './readEvidenceDay';
import { readOnRecord } from './readOnRecord';

/** A report that was made, ready to be sent. */
export interface MadeReport {
  tenantId: string;
  snapshot: number;
  /** Without its end. */
  name: string;
  content: Buffer;
}

/**
 * The report of a snapshot: the same bytes as in its bundle.
 *
 * @throws NotFoundError where the snapshot is older than the log
 */
export async function openReport(
  context: ReadContext & { evidence: EvidenceLogs; papers: KeptPdfs },
  { format }: { format: DocumentFormat },
  query: QueryOf<'getEvidenceReport'>,
): Promise<MadeReport> {
  const found = await context.snapshots.readCounts(query, async one =>
    requirePublished(one),
  );
  const { tenantId } = found.view;
  const onRecord = await readOnRecord(context, found);
  const day = await readEvidenceDay(context, found, onRecord);
  const report = reportOfDay(day);
  const about = await aboutFile(context, {
    tenantId,
    snapshot: found.snapshot,
    pastAt: query.at ?? null,
    filter: null,
    seen: context.clock.now(),
  });
  return {
    tenantId,
    snapshot: found.snapshot.number,
    // It names nobody, so that nothing is under pseudonyms.
    name: fileName('report', about, true),
    content:
      format === 'pdf'
        ? await context.papers.of(report)
        : Buffer.from(reportHtml(report), 'utf8'),
  };
}
