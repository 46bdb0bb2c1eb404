import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { linkedMessage, withoutMessage } from './message-link.ts';

/** Leads to the message that the address names, once there is a conversation to be led through. The address then forgets it. */
export function useLinkedMessage(
  isReady: boolean,
  jumpTo: (id: string, start: string | null) => Promise<void>,
): void {
  const [search, setSearch] = useSearchParams();
  const linked = linkedMessage(search);
  useEffect(() => {
    if (linked === null || !isReady) return;
    setSearch(withoutMessage, { replace: true });
    void jumpTo(linked, null);
  }, [linked, isReady, jumpTo, setSearch]);
}
