import { IconDoorExit } from '@tabler/icons-react';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';

/** The same for both, whoever ended it and why. */
export const EndedChat = ({ other }: { other: string }) => (
  <>
    <PageHeader title="Private chat" back={{ to: '/', label: 'Back to chats' }} backOnPhoneOnly />
    <EmptyState
      icon={<IconDoorExit size={28} stroke={1.5} />}
      title="This chat has ended"
      action={
        <>
          <ButtonLink to="/">Go to your chats</ButtonLink>
          <ButtonLink to={`/people/${other}`} variant="default">
            Open the profile
          </ButtonLink>
        </>
      }
    >
      <p>
        People end chats for many reasons, and often for none that has to do with the other. Nobody can read
        it or write in it any more. A month after its end a new one can be started.
      </p>
    </EmptyState>
  </>
);
