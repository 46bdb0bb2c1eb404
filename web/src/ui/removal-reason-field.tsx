import { limits } from '@sameboat/model/limits';
import type { ComponentProps } from 'react';
import { TextArea } from './text-area.tsx';

type Props = Omit<ComponentProps<typeof TextArea>, 'label' | 'description' | 'rows' | 'limit'>;

/** Why somebody or something is removed, as the person concerned will read it. */
export const RemovalReasonField = (props: Props) => (
  <TextArea
    {...props}
    label="Reason"
    description="They read this, without your name. It also stands in the log, with your name."
    rows={3}
    limit={limits.noteMax}
  />
);
