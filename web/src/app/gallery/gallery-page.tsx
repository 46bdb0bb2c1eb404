import { usePageTitle } from '../../ui/use-page-title.ts';
import { FloatingParts } from './floating-parts.tsx';
import classes from './gallery.module.css';

/** `/ui`, in development only: every part of the kit, with every state that can stand still. */
export const GalleryPage = () => {
  usePageTitle('Parts');
  return (
    <main className={classes.page}>
      <h1 className={classes.title}>Parts</h1>
      <FloatingParts />
    </main>
  );
};
