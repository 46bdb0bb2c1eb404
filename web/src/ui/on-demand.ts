import { type ComponentType, useEffect, useState } from 'react';
import { toast } from './toasts.ts';

interface OnDemand<Props> {
  /** Begins to fetch: for the moment when somebody approaches the control. */
  preload: () => void;
  /** The part once it was wanted and has come; null before. It stays, so that it can be seen closing. */
  useWhen: (wanted: boolean, onMissing?: () => void) => ComponentType<Props> | null;
}

/**
 * A part of the kit that is fetched when it is first wanted: menus and dialogs would be a fifth of what loads before
 * the first chat (docs/decisions/0016). Where it cannot be fetched, a toast says so, and the next wish tries again.
 * `quiet` is for parts that nobody asked for by a control: they are missing without a word.
 */
export function onDemand<Props>(
  load: () => Promise<ComponentType<Props>>,
  { quiet = false }: { readonly quiet?: boolean } = {},
): OnDemand<Props> {
  let part: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;
  const fetch = () => {
    loading ??= load().then(
      (loaded) => {
        part = loaded;
      },
      (cause) => {
        loading = null;
        throw cause;
      },
    );
    return loading;
  };

  return {
    preload: () => {
      fetch().catch(() => undefined);
    },
    useWhen(wanted, onMissing) {
      const [, setHere] = useState(part !== null);
      const missing = wanted && part === null;
      // biome-ignore lint/correctness/useExhaustiveDependencies: what to do on failure does not ask for another try
      useEffect(() => {
        if (!missing) return;
        let current = true;
        fetch().then(
          () => {
            if (current) setHere(true);
          },
          () => {
            if (!current) return;
            if (!quiet) toast('We could not load this. Check your connection, then try again.');
            onMissing?.();
          },
        );
        return () => {
          current = false;
        };
      }, [missing]);
      return part;
    },
  };
}
