import { getApps, initializeApp } from 'firebase-admin/app';
import type { TaskQueue } from 'firebase-admin/functions';
import { functionsRegion } from '../options.ts';

const emulated = 'emulated';

/** The queue of a function. Loaded when it is needed: a cold start must not wait for it. */
export async function openQueue(functionName: string): Promise<TaskQueue> {
  const { getFunctions } = await import('firebase-admin/functions');
  return getFunctions(queueApp()).taskQueue(`locations/${functionsRegion}/functions/${functionName}`);
}

/**
 * Beside the emulator, an app of its own with a name for the service account: the SDK would ask for one over the network,
 * for each task.
 */
function queueApp() {
  const app = getApps()[0] ?? initializeApp();
  if (!process.env.CLOUD_TASKS_EMULATOR_HOST) return app;
  const known = getApps().find(({ name }) => name === emulated);
  const projectId = process.env.GCLOUD_PROJECT ?? '';
  return known ?? initializeApp({ projectId, serviceAccountId: 'emulated@example.com' }, emulated);
}
