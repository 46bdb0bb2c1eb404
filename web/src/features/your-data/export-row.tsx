import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useDataExport } from './use-data-export.ts';
import classes from './your-data.module.css';

/** One press, and everything that is stored about me is saved as a zip. */
export const ExportRow = () => {
  const { state, start, cancel } = useDataExport();
  const isRunning = state.status === 'running';
  return (
    <div className={classes.row}>
      <div className={classes.label}>
        <p>Export</p>
        <p className={classes.note}>
          Everything that is stored about you, as one zip file: plain text and pictures. It stays on your
          device.
        </p>
        <div role="status" className={classes.outcome}>
          {state.status === 'failed' ? <FieldError>{state.problem}</FieldError> : null}
          {state.status === 'saved' ? (
            <p className={classes.note}>
              Saved as <bdi dir="ltr">{state.name}</bdi>. Look where your browser keeps downloads.
            </p>
          ) : null}
        </div>
      </div>
      <div className={classes.value}>
        {isRunning ? (
          <Button variant="default" onClick={cancel}>
            Cancel
          </Button>
        ) : (
          <Button variant="default" onClick={start}>
            {state.status === 'failed' ? 'Try again' : 'Export my data'}
          </Button>
        )}
      </div>
      {isRunning ? (
        <div className={classes.under}>
          <Progress
            label="Collecting your data"
            value={state.progress.done}
            words={`${Math.round(state.progress.done * 100)} %`}
          />
        </div>
      ) : null}
    </div>
  );
};
