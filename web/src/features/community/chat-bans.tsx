import { getUser } from '../../data/get-user.ts';
import { letBackIntoChat } from '../../data/group-chat-acts.ts';
import { useAction } from '../../data/use-action.ts';
import { useLive } from '../../data/use-live.ts';
import { watchChatBans } from '../../data/watch-chat-bans.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { useShownName } from '../../ui/discreet.ts';
import { nameOf } from './community-log-words.ts';
import classes from './manage-page.module.css';

/** Who was removed from a group chat, and the way to let them back in. Nothing while nobody was. */
export const ChatBans = ({ uid, chatId }: { uid: string; chatId: string }) => {
  const bans = useLive(watchChatBans(uid, chatId)).value ?? [];
  if (bans.length === 0) return null;
  return (
    <section className={classes.part} aria-labelledby="chat-bans">
      <h2 className={classes.title} id="chat-bans">
        Kept out
      </h2>
      <ul className={classes.people} aria-labelledby="chat-bans">
        {bans.map(({ id }) => (
          <Ban key={id} uid={uid} chatId={chatId} target={id} />
        ))}
      </ul>
    </section>
  );
};

const Ban = ({ uid, chatId, target }: { uid: string; chatId: string; target: string }) => {
  const name = useShownName(nameOf(useLive(getUser(uid, target))));
  const lift = useAction(async () => {
    await letBackIntoChat({ chatId, target });
    announce('They can join again.');
  });
  return (
    <li className={classes.person}>
      <bdi className={classes.words}>{name}</bdi>
      <Button
        variant="default"
        size="small"
        onClick={lift.start}
        busy={lift.busy}
        aria-label={`Let ${name} back in`}
      >
        Let back in
      </Button>
      {lift.problem ? <p role="alert">{lift.problem}</p> : null}
    </li>
  );
};
