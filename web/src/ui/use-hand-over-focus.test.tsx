import { render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { describe, expect, it } from 'vitest';
import { useHandOverFocus } from './use-hand-over-focus.ts';

const Leaving = () => {
  const part = useRef<HTMLDivElement>(null);
  useHandOverFocus(part, (element) => element.closest<HTMLElement>('section'));
  return (
    <div ref={part}>
      <button type="button">Retry</button>
    </div>
  );
};

const Page = ({ shown }: { shown: boolean }) => (
  <>
    <section tabIndex={-1} aria-label="Message">
      {shown ? <Leaving /> : null}
    </section>
    <button type="button">Send</button>
  </>
);

describe('something that goes away', () => {
  it('hands the focus over when it has it', () => {
    const { rerender } = render(<Page shown />);
    screen.getByRole('button', { name: 'Retry' }).focus();
    rerender(<Page shown={false} />);
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Message' }));
  });

  it('leaves the focus where it is when that is elsewhere', () => {
    const { rerender } = render(<Page shown />);
    screen.getByRole('button', { name: 'Send' }).focus();
    rerender(<Page shown={false} />);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Send' }));
  });
});
