import { useContext, useEffect, useRef, useState } from 'react';
import { Pictures } from './pictures.ts';
import classes from './stored-picture.module.css';

interface StoredPictureProps {
  path: string;
  /** In CSS pixels: what it is fetched for, and its place before it is here. */
  width: number;
  height: number;
  /** Empty where its subject stands beside it in words. */
  alt?: string;
}

/** A picture over the generated look of its place, which must be positioned. It is fetched when it comes near the screen. */
export const StoredPicture = ({ path, width, height, alt = '' }: StoredPictureProps) => {
  const usePicture = useContext(Pictures);
  const place = useRef<HTMLSpanElement>(null);
  const isNear = useIsNear(place);
  const url = usePicture(isNear ? path : null, Math.max(width, height));
  return (
    <span ref={place} className={classes.place}>
      {url === null ? null : (
        <img
          src={url}
          alt={alt}
          width={width}
          height={height}
          decoding="async"
          draggable={false}
          className={classes.picture}
        />
      )}
    </span>
  );
};

/** Whether the element has come within a screen's reach. It stays true from then on. */
function useIsNear(place: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setIsNear] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (isNear || place.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setIsNear(true);
      },
      { rootMargin: '200px' },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [isNear, place]);
  return isNear;
}
