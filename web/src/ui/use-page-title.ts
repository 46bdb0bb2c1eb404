import { useEffect } from 'react';

/**
 * Names the browser tab after the kind of screen ("Chat", "Discover"). Never the name of a community, a chat or a
 * person: titles end up in histories and task switchers.
 */
export const usePageTitle = (kind: string | null) => {
  useEffect(() => {
    document.title = kind ? `${kind} · Sameboat` : 'Sameboat';
  }, [kind]);
};
