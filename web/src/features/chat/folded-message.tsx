import { TextButton } from '../../ui/text-button.tsx';

/** In place of what somebody wrote whom I blocked. */
export const FoldedMessage = ({ id, onShow }: { id: string; onShow: () => void }) => (
  <p>
    <span id={id}>Message from somebody you blocked.</span> <TextButton onClick={onShow}>Show</TextButton>
  </p>
);
