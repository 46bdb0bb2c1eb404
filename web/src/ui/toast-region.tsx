import { Toast } from '@base-ui/react/toast';
import { IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import classes from './toast.module.css';
import { subscribeToasts, type ToastAction, takeToasts } from './toasts.ts';

/** The kit's part of the toasts: a polite live region that F6 reaches, with timers that wait for whoever is reading. */
export const ToastRegion = () => (
  <Toast.Provider limit={3}>
    <Toast.Portal>
      <Toast.Viewport className={classes.viewport} aria-label="Notices">
        <Toasts />
      </Toast.Viewport>
    </Toast.Portal>
  </Toast.Provider>
);

const Toasts = () => {
  const { toasts, add, close } = Toast.useToastManager<{ action: ToastAction | null }>();

  useEffect(() => {
    const show = () => {
      for (const { words, action } of takeToasts())
        add({ id: words, description: words, timeout: action ? 12_000 : 6_000, data: { action } });
    };
    // A moment for screen readers to take note of a new live region, or they would miss its first words.
    const timer = setTimeout(show, 100);
    const stop = subscribeToasts(() => queueMicrotask(show));
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [add]);

  return toasts.map((toast) => {
    const action = toast.data?.action;
    return (
      <Toast.Root key={toast.id} toast={toast} swipeDirection={['down', 'right']} className={classes.toast}>
        <Toast.Description className={classes.words} />
        {action ? (
          <Button
            variant="subtle"
            size="small"
            onClick={() => {
              close(toast.id);
              action.onSelect();
            }}
          >
            {action.label}
          </Button>
        ) : null}
        <Toast.Close
          render={
            <IconButton label="Close" size={36} withoutTooltip icon={<IconX size={18} stroke={1.75} />} />
          }
        />
      </Toast.Root>
    );
  });
};
