import type { ReportWords } from '@sameboat/model/report';
import { useState } from 'react';
import { errorSentence, toDataError } from './data-error.ts';
import { newReportId, type ReportInput, sendReport } from './send-report.ts';

/** A report of one thing, as ReportDialog takes it. Sent again after a lost answer it makes no second one. */
export function useReport(uid: string, target: Pick<ReportInput, 'kind' | 'path'>) {
  const [id, setId] = useState<string | null>(null);
  return {
    open: id !== null,
    begin: () => setId(newReportId()),
    onClose: () => setId(null),
    /** Resolves to what went wrong, in a sentence, or to null. */
    onSend: async (words: ReportWords): Promise<string | null> => {
      try {
        await sendReport(uid, { id: id ?? newReportId(), ...target, ...words });
        return null;
      } catch (cause) {
        return errorSentence(toDataError(cause));
      }
    },
  };
}
