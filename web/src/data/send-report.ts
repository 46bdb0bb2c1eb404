import { newReport, type ReportWords, type reportKinds, reportPath } from '@sameboat/model/report';
import { collection, doc, getDocFromServer } from 'firebase/firestore';
import { serverTime } from '../firebase/encode-value.ts';
import { firestore } from '../firebase/firestore.ts';
import { commitPaced } from './commit-paced.ts';
import { toDataError } from './data-error.ts';

export interface ReportInput extends ReportWords {
  /** From `newReportId`, once for each report: sending it again then makes no second one. */
  readonly id: string;
  readonly kind: (typeof reportKinds)[number];
  /** The path of the document that is reported. */
  readonly path: string;
}

export function newReportId(): string {
  return doc(collection(firestore(), 'reports')).id;
}

/** Sends a report to the people who look after Sameboat. Throws DataError: 'offline', 'too-often', 'not-allowed'. */
export async function sendReport(uid: string, { id, ...report }: ReportInput): Promise<void> {
  try {
    await commitPaced({ uid, act: 'report', id }, [
      { set: reportPath(id), data: newReport({ reporterId: uid, ...report }, serverTime) },
    ]);
  } catch (cause) {
    const error = toDataError(cause);
    if (error.code !== 'not-allowed' && error.code !== 'too-often') throw error;
    // It may be there already: a report cannot be written twice, and the answer to the first try was lost.
    const stored = await getDocFromServer(doc(firestore(), reportPath(id))).catch(() => null);
    if (stored?.exists() !== true) throw error;
  }
}
