export { onBlockWritten } from './on-block-written.ts';
export { onChatMemberCreated, onChatMemberDeleted } from './on-chat-membership.ts';
export { onChatUpdated } from './on-chat-updated.ts';
export { onMembershipWritten } from './on-membership-written.ts';
export { onMessageCreated } from './on-message-created.ts';
export { onMessageUpdated } from './on-message-updated.ts';
