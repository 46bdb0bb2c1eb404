import { useEffect, useRef, useState } from 'react';
import { type DataError, errorSentence, toDataError } from '../../data/data-error.ts';
import type { DataExport, ExportProgress } from '../../data/export-my-data.ts';
import { saveFile } from '../../data/save-file.ts';

export type ExportState =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly progress: ExportProgress }
  /** Nothing that was fetched is lost: starting again goes on from there. */
  | { readonly status: 'failed'; readonly problem: string }
  | { readonly status: 'saved'; readonly name: string };

function exportProblem(error: DataError): string {
  if (error.code === 'too-often') return 'You have exported your data a moment ago. Try again in an hour.';
  return `${errorSentence(error)} What was collected so far is kept.`;
}

/** Makes the zip of my data and has the browser save it. Leaving the screen cancels it. */
export function useDataExport() {
  const [state, setState] = useState<ExportState>({ status: 'idle' });
  const begun = useRef<DataExport | null>(null);
  const cancelling = useRef<AbortController | null>(null);
  useEffect(() => () => cancelling.current?.abort(), []);

  const start = async () => {
    const controller = new AbortController();
    cancelling.current = controller;
    setState({ status: 'running', progress: { done: 0, pictures: 0 } });
    try {
      const { createDataExport } = await import('../../data/export-my-data.ts');
      begun.current ??= createDataExport();
      const report = (progress: ExportProgress) => setState({ status: 'running', progress });
      const zip = await begun.current.run(report, controller.signal);
      begun.current = null;
      const name = `sameboat-export-${new Date().toISOString().slice(0, 10)}.zip`;
      saveFile(zip, name);
      setState({ status: 'saved', name });
    } catch (cause) {
      if (controller.signal.aborted) setState({ status: 'idle' });
      else setState({ status: 'failed', problem: exportProblem(toDataError(cause)) });
    }
  };

  return { state, start: () => void start(), cancel: () => cancelling.current?.abort() };
}
