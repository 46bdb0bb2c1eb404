import { IconArrowBackUp, IconDots, IconMessages, IconMoodPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip, FilterChip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { MessageActions } from '../../ui/message-actions.tsx';
import { MessageBubble } from '../../ui/message-bubble.tsx';
import { Progress } from '../../ui/progress.tsx';
import { ReactionChip } from '../../ui/reaction-chip.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Table } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { type Look, Part, State } from './part.tsx';

const nothing = () => undefined;
const small = { size: 18, stroke: 1.75 };
const looks: readonly { name: string; look?: Look }[] = [
  { name: 'rest' },
  { name: 'hover', look: 'hover' },
  { name: 'focus', look: 'focus-visible' },
  { name: 'active', look: 'active' },
];

export const ContentParts = () => (
  <>
    <Part name="Chips and badges">
      <State name="label">
        <Chip>Anxiety</Chip>
      </State>
      <State name="removable">
        <Chip onRemove={nothing} removeLabel="Remove Anxiety">
          Anxiety
        </Chip>
      </State>
      {looks.map(({ name, look }) => (
        <State key={name} name={`filter, ${name}`} {...(look ? { look } : {})}>
          <FilterChip selected={false} onToggle={nothing}>
            Depression
          </FilterChip>
        </State>
      ))}
      <State name="selected">
        <FilterChip selected onToggle={nothing}>
          Depression
        </FilterChip>
      </State>
      <State name="selected, hover" look="hover">
        <FilterChip selected onToggle={nothing}>
          Depression
        </FilterChip>
      </State>
      <State name="disabled">
        <FilterChip selected={false} disabled onToggle={nothing}>
          Depression
        </FilterChip>
      </State>
      <State name="badge">
        <Badge label="unread">3</Badge>
      </State>
      <State name="muted">
        <Badge label="unread" quiet>
          99+
        </Badge>
      </State>
      <State name="dot">
        <Badge label="new" />
      </State>
    </Part>
    <Part name="Avatar">
      {([24, 32, 40, 72] as const).map((size) => (
        <State key={size} name={`person, ${size}`}>
          <Avatar id={`person-${size}`} name="Mira Lake" size={size} />
        </State>
      ))}
      {([32, 40, 72] as const).map((size) => (
        <State key={size} name={`group, ${size}`}>
          <Avatar id={`group-${size}`} name="Evening group" size={size} kind="group" />
        </State>
      ))}
    </Part>
    <Messages />
    <Panes />
    <Part name="Waiting">
      <State name="progress" wide>
        <Progress label="Sending 3 pictures" value={0.66} words="2 of 3" />
      </State>
      <State name="size not known" wide>
        <Progress label="Preparing your export" value={null} />
      </State>
      <State name="spinner">
        <Spinner size={28} />
      </State>
      <State name="rows" wide>
        <Skeleton label="Loading chats" count={2} />
      </State>
      <State name="lines" wide>
        <Skeleton label="Loading text" shape="lines" count={3} />
      </State>
      <State name="bubbles" wide>
        <Skeleton label="Loading chat" shape="bubbles" count={3} />
      </State>
    </Part>
    <Part name="Nothing and trouble">
      <State name="empty" wide>
        <EmptyState
          icon={<IconMessages size={28} stroke={1.5} />}
          title="Your chats will be here"
          action={<Button>Discover communities</Button>}
        >
          <p>Find a community near you and say hello when you are ready.</p>
        </EmptyState>
      </State>
      <State name="error" wide>
        <ErrorState title="We could not load your chats" onRetry={nothing}>
          <p>You are offline. Try again when the connection is back.</p>
        </ErrorState>
      </State>
    </Part>
  </>
);

const Messages = () => {
  const [mine, setMine] = useState(true);
  const reactions = (
    <>
      <ReactionChip emoji="❤️" name="Heart" count={mine ? 3 : 2} mine={mine} onPress={() => setMine(!mine)} />
      <ReactionChip emoji="👍" name="Like" count={1} mine={false} onPress={nothing} />
    </>
  );
  return (
    <>
      <Part name="Message, reactions, actions">
        <State name="bubbles" wide>
          <MessageBubble authorId="person-40" author="Mira" time="21:04" foot={false}>
            I opened the window this morning and called it a plan.
          </MessageBubble>
          <MessageBubble authorId="person-40" author="Mira" time="21:04" head={false} under={reactions}>
            It was a good plan.
          </MessageBubble>
          <MessageBubble authorId="me" author="You" time="21:06" mine under="Sent">
            That counts. Mine was soup.
          </MessageBubble>
        </State>
        <State name="action bar">
          <Bar />
        </State>
        <State name="action bar, focus" look="focus-visible">
          <Bar />
        </State>
      </Part>
      <Part name="Reaction chip">
        {looks.map(({ name, look }) => (
          <State key={name} name={name} {...(look ? { look } : {})}>
            <ReactionChip emoji="👀" name="Eyes" count={2} mine={false} onPress={nothing} />
          </State>
        ))}
        <State name="mine">
          <ReactionChip emoji="👀" name="Eyes" count={3} mine onPress={nothing} />
        </State>
        <State name="disabled">
          <ReactionChip emoji="👀" name="Eyes" count={3} mine={false} disabled onPress={nothing} />
        </State>
      </Part>
    </>
  );
};

const Bar = () => (
  <MessageActions
    label="Message from Mira"
    actions={[
      { label: 'React', icon: <IconMoodPlus {...small} />, onPress: nothing },
      { label: 'Reply', icon: <IconArrowBackUp {...small} />, onPress: nothing },
    ]}
  >
    <MenuButton label="More" size={32} icon={<IconDots {...small} />} items={[{ label: 'Copy text' }]} />
  </MessageActions>
);

const reports = [
  { id: 'one', what: 'Message in Evening group', why: 'Spam', count: 12 },
  { id: 'two', what: 'Community “Harbour”', why: 'Name', count: 1 },
  { id: 'three', what: 'Person @otter_', why: 'Passes for staff', count: 104 },
];

const Panes = () => {
  const [tab, setTab] = useState<'open' | 'done' | 'mine'>('open');
  const [row, setRow] = useState<string | null>('two');
  return (
    <Part name="Tabs and table">
      <State name="tabs with a table" wide>
        <Tabs
          label="Reports"
          value={tab}
          onChange={setTab}
          tabs={[
            {
              id: 'open',
              label: 'Open',
              badge: <Badge label="open">3</Badge>,
              content: (
                <Table
                  caption="Open reports"
                  rows={reports}
                  rowId={(report) => report.id}
                  onOpen={(report) => setRow(report.id)}
                  openRow={row}
                  columns={[
                    { id: 'what', head: 'About', cell: (report) => report.what },
                    { id: 'why', head: 'Reason', cell: (report) => report.why },
                    { id: 'count', head: 'Reports', align: 'end', cell: (report) => report.count },
                  ]}
                />
              ),
            },
            { id: 'done', label: 'Done', content: <p>Nothing was decided today.</p> },
            { id: 'mine', label: 'Mine', disabled: true, content: null },
          ]}
        />
      </State>
    </Part>
  );
};
