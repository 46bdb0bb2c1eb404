import { useShownName } from './discreet.ts';

interface ShownNameProps {
  /** Of a person, a chat or a community. */
  name: string;
  className?: string | undefined;
  /** Shows the whole name on hover, where it may be cut. */
  titled?: boolean;
}

/** A name that somebody wrote: in its own direction, and shortened in discreet mode. */
export const ShownName = ({ name, className, titled = false }: ShownNameProps) => {
  const shown = useShownName(name);
  return (
    <bdi className={className} title={titled ? shown : undefined}>
      {shown}
    </bdi>
  );
};
