import { useLocation } from 'react-router';

/** What one account screen hands to the next through the history, so that it survives a reload. */
export interface AccountState {
  /** Where the person wanted to go. */
  from?: string;
  /** Typed already, not to be typed again. */
  email?: string;
  handle?: string;
  displayName?: string;
  /** Why they are here: a sentence for the handle field or for the form. */
  handleProblem?: string;
  problem?: string;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Reads the state and believes none of it: only strings, and only paths inside the app. */
export const useAccountState = (): AccountState => {
  const state: unknown = useLocation().state;
  if (typeof state !== 'object' || state === null) return {};
  const result: AccountState = {};
  for (const key of ['from', 'email', 'handle', 'displayName', 'handleProblem', 'problem'] as const) {
    const value = text(Reflect.get(state, key));
    if (value !== undefined) result[key] = value;
  }
  if (result.from !== undefined && !/^\/(?!\/)/u.test(result.from)) delete result.from;
  return result;
};
