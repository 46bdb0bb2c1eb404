import { useEffect } from 'react';
import { DISCREET_TITLE, useDiscreet } from './discreet.ts';

/**
 * Names the browser tab after the kind of screen ("Chat", "Discover"). Never the name of a community, a chat or a
 * person: titles end up in histories and task switchers. In discreet mode every screen is "Notes".
 */
export const usePageTitle = (kind: string | null) => {
  const discreet = useDiscreet();
  useEffect(() => {
    document.title = discreet ? DISCREET_TITLE : kind ? `${kind} · Sameboat` : 'Sameboat';
  }, [kind, discreet]);
};
