import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { DISCREET_TITLE } from '../ui/discreet.ts';
import { Veil } from '../ui/veil.tsx';
import { onEscapeTwice } from './on-escape-twice.ts';

const NEUTRAL_PAGE = '/notes.html';
const NEUTRAL_ICON = '/notes.svg';

/**
 * What discreet mode does to the page as a whole: another icon, a veil when the tab loses the focus or is come back to,
 * and a way out by pressing Escape twice. The way out takes the place of this page in the history.
 */
export const DiscreetMode = () => {
  // Set by color-scheme.js when somebody came back with the browser's own button.
  const [veiled, setVeiled] = useState(() => 'veiled' in document.documentElement.dataset);

  useEffect(showNeutralIcon, []);

  useEffect(() => {
    delete document.documentElement.dataset.veiled;
    // At once: a phone takes its picture of the app right after this.
    const veil = () => flushSync(() => setVeiled(true));
    const veilIfHidden = () => {
      if (document.visibilityState === 'hidden') veil();
    };
    const veilIfBack = (event: PageTransitionEvent) => {
      if (event.persisted) veil();
    };
    const stopListening = onEscapeTwice(() => {
      veil();
      window.location.replace(NEUTRAL_PAGE);
    });
    window.addEventListener('blur', veil);
    window.addEventListener('pageshow', veilIfBack);
    document.addEventListener('visibilitychange', veilIfHidden);
    return () => {
      stopListening();
      window.removeEventListener('blur', veil);
      window.removeEventListener('pageshow', veilIfBack);
      document.removeEventListener('visibilitychange', veilIfHidden);
    };
  }, []);

  return veiled ? <Veil title={DISCREET_TITLE} words="Tap to go on" onLift={() => setVeiled(false)} /> : null;
};

/** Puts the neutral icon in the place of ours, and back. */
const showNeutralIcon = () => {
  const links = [
    ...document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"], link[rel="apple-touch-icon"]'),
  ];
  const ours = ['/mark.svg', '/icon-180.png'];
  for (const link of links) link.href = NEUTRAL_ICON;
  return () => {
    for (const [index, link] of links.entries()) link.href = ours[index] ?? '/mark.svg';
  };
};
