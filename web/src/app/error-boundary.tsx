import type { ReactNode } from 'react';
import { Component } from 'react';
import { ErrorState } from '../ui/error-state.tsx';

/** The last net under everything: says so in words and offers to load the page again. The way to help stays open. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main>
        <ErrorState title="Something broke on this screen" onRetry={() => window.location.reload()}>
          <p>
            It is not your doing. Try again; what you wrote in a chat is kept. If you need help now:{' '}
            <a href="/help">crisis help</a>.
          </p>
        </ErrorState>
      </main>
    );
  }
}
