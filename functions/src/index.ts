export { checkHandle } from './check-handle.ts';
export { claimCommunityName } from './claim-community-name.ts';
export { deleteMyAccount } from './delete-my-account.ts';
export { exportMyData } from './export-my-data.ts';
export { findPeople } from './find-people.ts';
export { joinClosedCommunity } from './join-closed-community.ts';
export { lookAtChatTask } from './look-at-chat-task.ts';
export { onAccountDeleted } from './on-account-deleted.ts';
export { onBlockWritten } from './on-block-written.ts';
export { onChatMemberCreated, onChatMemberDeleted } from './on-chat-membership.ts';
export { onChatWritten } from './on-chat-written.ts';
export { onCommunityDeleted } from './on-community-deleted.ts';
export { onCommunityLogCreated } from './on-community-log-created.ts';
export { onImageFinalized } from './on-image-finalized.ts';
export { onMembershipWritten } from './on-membership-written.ts';
export { onMessageCreated } from './on-message-created.ts';
export { onMessageUpdated } from './on-message-updated.ts';
export { onCommunityPicturesReplaced, onUserPicturesReplaced } from './on-pictures-replaced.ts';
export {
  onCommunityPlaceWritten,
  onPersonPlaceWritten,
  onProfilePlaceWritten,
  onShownPlaceWritten,
} from './on-place-written.ts';
export { onUserCreated } from './on-user-created.ts';
export { purgeExpired } from './purge-expired.ts';
export { removeAccountTask } from './remove-account-task.ts';
export { removeContent } from './remove-content.ts';
export { renewAccessCode } from './renew-access-code.ts';
export { signOutEverywhere } from './sign-out-everywhere.ts';
