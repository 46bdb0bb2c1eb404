import { useEffect } from 'react';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { ButtonParts } from './button-parts.tsx';
import { ContentParts } from './content-parts.tsx';
import { FieldParts } from './field-parts.tsx';
import { FloatingParts } from './floating-parts.tsx';
import { forceStates } from './forced-states.ts';
import classes from './gallery.module.css';
import { PictureParts } from './picture-parts.tsx';

/** `/ui`, in development only: every part of the kit, with every state. */
export const GalleryPage = () => {
  usePageTitle('Parts');
  useEffect(forceStates, []);
  return (
    <main className={classes.page}>
      <h1 className={classes.title}>Parts</h1>
      <FloatingParts />
      <ButtonParts />
      <FieldParts />
      <PictureParts />
      <ContentParts />
    </main>
  );
};
