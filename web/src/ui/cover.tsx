import classes from './cover.module.css';
import { coverTone } from './cover-tone.ts';
import { StoredPicture } from './stored-picture.tsx';

interface CoverProps {
  /** Decides the colours: a uid or community id. */
  id: string;
  /** Where the picture is stored. A gradient, while it is fetched and where there is none. */
  picture?: string | null | undefined;
}

/** What a person or community shows at the head of their page. Decoration: it says nothing that words do not say. */
export const Cover = ({ id, picture = null }: CoverProps) => (
  <div
    className={classes.cover}
    data-tone={coverTone(id)}
    data-picture={picture !== null || undefined}
    aria-hidden="true"
  >
    {picture === null ? null : <StoredPicture path={picture} width={640} height={200} />}
  </div>
);
