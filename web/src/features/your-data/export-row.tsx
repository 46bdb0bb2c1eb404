import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { Progress } from '../../ui/progress.tsx';
import { SettingsRow } from '../../ui/settings-group.tsx';
import { useDataExport } from './use-data-export.ts';

/** One press, and everything that is stored about me is saved as a zip. */
export const ExportRow = () => {
  const { state, start, cancel } = useDataExport();
  const isRunning = state.status === 'running';
  return (
    <SettingsRow
      name="Export"
      note="Everything that is stored about you, as one zip file: plain text and pictures. It stays on your device."
      outcome={
        <>
          {state.status === 'failed' ? <FieldError>{state.problem}</FieldError> : null}
          {state.status === 'saved' ? (
            <p>
              Saved as <bdi dir="ltr">{state.name}</bdi>. Look where your browser keeps downloads.
            </p>
          ) : null}
        </>
      }
      under={
        isRunning ? (
          <Progress
            label="Collecting your data"
            value={state.progress.done}
            words={`${Math.round(state.progress.done * 100)} %`}
          />
        ) : null
      }
    >
      {isRunning ? (
        <Button variant="default" onClick={cancel}>
          Cancel
        </Button>
      ) : (
        <Button variant="default" onClick={start}>
          {state.status === 'failed' ? 'Try again' : 'Export my data'}
        </Button>
      )}
    </SettingsRow>
  );
};
