import { IconMessages } from '@tabler/icons-react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HelpLink } from '../../ui/help-link.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import classes from './choose-chat.module.css';

/** The right-hand side of a wide window while no chat is open. */
export const ChooseChat = () => {
  usePageTitle('Chats');
  return (
    <>
      <div className={classes.help}>
        <HelpLink />
      </div>
      <div className={classes.centre}>
        <EmptyState icon={<IconMessages size={28} stroke={1.5} />} title="Choose a chat">
          <p>Your conversations are on the left.</p>
        </EmptyState>
      </div>
    </>
  );
};
