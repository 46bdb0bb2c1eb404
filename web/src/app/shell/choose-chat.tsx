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
        <p className={classes.words}>Choose a chat, and it opens here.</p>
      </div>
    </>
  );
};
