import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { OfflineBanner } from './offline-banner.tsx';

it('says nothing while there is a connection, and speaks up in the same place when there is none', () => {
  const { rerender } = render(<OfflineBanner connection="online" note="Wait a little." />);
  const place = screen.getByRole('status');
  expect(place.textContent).toBe('');
  rerender(<OfflineBanner connection="connecting" note="Wait a little." />);
  expect(place.textContent).toBe('Connecting…');
  rerender(<OfflineBanner connection="offline" note="Wait a little." />);
  expect(place.textContent).toBe('You are offline. Wait a little.');
  rerender(<OfflineBanner connection="offline" />);
  expect(place.textContent).toBe('You are offline.');
  expect(screen.getByRole('status')).toBe(place);
});
