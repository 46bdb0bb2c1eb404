import { deviceKey, deviceStore } from './device-store.ts';

/** The steps of setting up a profile, in order; `done` when somebody has been through them or put them off. */
export const setUpSteps = ['topics', 'place', 'audience', 'done'] as const;
export type SetUpStep = (typeof setUpSteps)[number];

/** Where `uid` is in them on this device; null where they have not begun. */
export function readSetUpStep(uid: string): SetUpStep | null {
  const stored = deviceStore.get(deviceKey('welcome', uid));
  return setUpSteps.find((step) => step === stored) ?? null;
}

export function keepSetUpStep(uid: string, step: SetUpStep): void {
  deviceStore.set(deviceKey('welcome', uid), step);
}
