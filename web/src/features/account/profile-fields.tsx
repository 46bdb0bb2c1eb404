import { limits } from '@sameboat/model/limits';
import type { ReactNode } from 'react';
import { TextField } from '../../ui/text-field.tsx';
import { toHandle } from './check-fields.ts';

interface ProfileFieldsProps {
  handle: string;
  displayName: string;
  onHandle: (handle: string) => void;
  onDisplayName: (name: string) => void;
  handleProblem?: string | null | undefined;
  nameProblem?: string | null | undefined;
  /** Said beside the handle while nothing is wrong with it: "This handle is free." */
  handleNote?: ReactNode;
}

/** The two names of a person: one that is theirs alone, one that others read. */
export const ProfileFields = (props: ProfileFieldsProps) => (
  <>
    <TextField
      label="Handle"
      name="handle"
      description={
        <span role="status">
          {props.handleNote ?? 'Yours alone, small letters and numbers. It need not tell who you are.'}
        </span>
      }
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={limits.handleMax + 1}
      dir="ltr"
      leftSection="@"
      value={props.handle}
      onChange={(event) => props.onHandle(toHandle(event.currentTarget.value))}
      error={props.handleProblem}
    />
    <TextField
      label="Display name"
      name="displayName"
      description="What others see beside your messages. A nickname is fine."
      autoComplete="nickname"
      maxLength={limits.displayNameMax}
      value={props.displayName}
      onChange={(event) => props.onDisplayName(event.currentTarget.value)}
      error={props.nameProblem}
    />
  </>
);
