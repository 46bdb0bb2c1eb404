import { useEffect } from 'react';

/**
 * Keeps `--visible-height` at what is left of the screen above an on-screen keyboard. Some phones lay the keyboard over
 * the page without telling CSS; the visual viewport knows.
 */
export const useVisibleHeight = () => {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return;
    const measure = () => {
      // A pinch zoom also shrinks the visual viewport; that must not squeeze the layout.
      if (viewport.scale > 1.01) return;
      document.documentElement.style.setProperty('--visible-height', `${viewport.height}px`);
    };
    measure();
    viewport.addEventListener('resize', measure);
    return () => {
      viewport.removeEventListener('resize', measure);
      document.documentElement.style.removeProperty('--visible-height');
    };
  }, []);
};
