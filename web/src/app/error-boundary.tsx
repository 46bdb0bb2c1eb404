import type { ReactNode } from 'react';
import { Component } from 'react';
import { ErrorState } from '../ui/error-state.tsx';

/** Catches what nothing else did: says so and offers to load the page again. Crisis help stays within reach. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main>
        <ErrorState title="Something went wrong on this screen" onRetry={() => window.location.reload()}>
          <p>
            It is not your fault. Try again: what you wrote in a chat is kept. If you need help now:{' '}
            <a href="/help">crisis help</a>.
          </p>
        </ErrorState>
      </main>
    );
  }
}
