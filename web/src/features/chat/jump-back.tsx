import { IconArrowBackUp } from '@tabler/icons-react';
import { JumpButton } from './jump-button.tsx';

interface JumpBackProps {
  /** Whether the message to go to is being loaded. */
  isLoading: boolean;
  onBack: () => void;
}

/** Leads back to the answer whose quote was followed. */
export const JumpBack = ({ isLoading, onBack }: JumpBackProps) => {
  const words = isLoading ? 'Loading older messages' : 'Back to where you were';
  return (
    <JumpButton
      side="top"
      label={words}
      icon={<IconArrowBackUp size={20} stroke={1.75} aria-hidden="true" />}
      onJump={() => {
        if (!isLoading) onBack();
      }}
    >
      {words}
    </JumpButton>
  );
};
