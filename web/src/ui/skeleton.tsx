import classes from './skeleton.module.css';

interface SkeletonProps {
  /** What is loading, for those who cannot see it: "Loading chats". */
  label: string;
  count?: number;
  /** `rows` for lists with an avatar, `cards` for discover, `lines` for text, `bubbles` for a conversation. */
  shape?: 'rows' | 'cards' | 'lines' | 'bubbles';
}

/** Quiet shapes of the size that the content will have, so that nothing jumps when it comes. */
export const Skeleton = ({ label, count = 6, shape = 'rows' }: SkeletonProps) => (
  <div role="status" aria-label={label} className={classes.skeleton} data-shape={shape}>
    {Array.from({ length: count }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the shapes are all alike and never move
      <div key={index} className={classes.item} aria-hidden="true">
        {shape === 'rows' ? <span className={classes.disc} /> : null}
        <span className={classes.lines}>
          <span className={classes.line} />
          {shape === 'lines' || shape === 'bubbles' ? null : <span className={classes.line} />}
        </span>
      </div>
    ))}
  </div>
);
