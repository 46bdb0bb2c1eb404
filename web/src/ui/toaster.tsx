import { useEffect, useState, useSyncExternalStore } from 'react';
import classes from './toast.module.css';
import { subscribeToasts, takeToasts, waitingToasts } from './toasts.ts';

type Region = typeof import('./toast-region.tsx')['ToastRegion'];

/** Shows the toasts. Mounted once, at the root; the kit's part comes with the first toast. */
export const Toaster = () => {
  const wanted = useSyncExternalStore(subscribeToasts, waitingToasts).length > 0;
  const [part, setPart] = useState<{ Region: Region } | 'missing' | null>(null);
  const needed = wanted && part === null;

  useEffect(() => {
    if (!needed) return;
    import('./toast-region.tsx').then(
      ({ ToastRegion }) => setPart({ Region: ToastRegion }),
      () => setPart('missing'),
    );
  }, [needed]);

  if (part === 'missing') return <PlainToast onDone={() => setPart(null)} />;
  return part ? <part.Region /> : null;
};

/** Where the kit's part cannot be fetched (no network, an old page), the words are still said. */
const PlainToast = ({ onDone }: { onDone: () => void }) => {
  const [words, setWords] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: one toast is shown for its time, whatever its parent does
  useEffect(() => {
    setWords(takeToasts().at(-1)?.words ?? '');
    const timer = setTimeout(onDone, 8_000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className={classes.viewport}>
      {words ? (
        <div className={classes.toast}>
          <p className={classes.words}>{words}</p>
        </div>
      ) : null}
    </div>
  );
};
