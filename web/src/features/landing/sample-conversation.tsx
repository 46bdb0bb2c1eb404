import { Avatar } from '../../ui/avatar.tsx';
import { MessageBubble } from '../../ui/message-bubble.tsx';
import classes from './sample-conversation.module.css';

/** What it is like inside, in the parts that the app itself is made of. Nobody wrote this but us, and it says so. */
export const SampleConversation = () => (
  <figure className={classes.figure}>
    <div className={classes.window}>
      <div className={classes.head}>
        <Avatar id="evening" name="Evening group" kind="group" />
        <div>
          <p className={classes.name}>Evening group</p>
          <p className={classes.meta}>12 members</p>
        </div>
      </div>
      <div className={classes.messages}>
        <MessageBubble authorId="marek" author="Marek" time="20:41">
          Does anyone else put off opening letters?
        </MessageBubble>
        <MessageBubble authorId="ines-2" author="Ines" time="20:43">
          I have a drawer for mine. I call it the aquarium.
        </MessageBubble>
        <MessageBubble authorId="you" author="You" time="20:46" mine>
          A bread bin, here. I thought I was the only one.
        </MessageBubble>
        <MessageBubble authorId="marek" author="Marek" time="20:47">
          You are not. One each tomorrow at ten, and we tell each other?
        </MessageBubble>
      </div>
    </div>
    <figcaption className={classes.caption}>An example. These people are made up.</figcaption>
  </figure>
);
