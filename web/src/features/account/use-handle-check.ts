import { handleSchema } from '@sameboat/model/handle';
import { useEffect, useState } from 'react';

export type HandleCheck = 'unknown' | 'checking' | 'free' | 'taken';

/**
 * Looks a handle up a moment after the last key (400 ms). `unknown` while it is no valid handle or nobody can be asked:
 * submitting decides in any case. Give it '' while the form is being sent: the handle is then taken by its own person.
 */
export const useHandleCheck = (handle: string, isFree: (handle: string) => Promise<boolean>): HandleCheck => {
  const [answer, setAnswer] = useState<{ handle: string; check: HandleCheck }>({
    handle: '',
    check: 'unknown',
  });
  const valid = handleSchema.safeParse(handle).success;

  useEffect(() => {
    if (!valid) return;
    let current = true;
    const timer = setTimeout(() => {
      isFree(handle).then(
        (free) => current && setAnswer({ handle, check: free ? 'free' : 'taken' }),
        () => current && setAnswer({ handle, check: 'unknown' }),
      );
    }, 400);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [handle, valid, isFree]);

  if (!valid) return 'unknown';
  return answer.handle === handle ? answer.check : 'checking';
};
