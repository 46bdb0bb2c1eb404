import { type CheckHandleAnswer, checkHandleInputSchema } from '@sameboat/model/handle';
import { firstProblem } from '@sameboat/model/text';
import { HttpsError, onCall } from 'firebase-functions/v2/https';
import { openFirestore } from './data/firestore.ts';
import { isHandleFree } from './data/handle-store.ts';
import { callerAddress, createCallCounter } from './domain/count-calls.ts';
import { vouched } from './options.ts';

const mayCall = createCallCounter({ windowMs: 60_000, perAddress: 60, together: 1_200 }, () => Date.now());

/**
 * Whether a handle is free to claim, asked while somebody types it at sign-up, before there is an account: so anybody may
 * call, and nothing is answered but yes or no. Few instances, each with a limit on calls, bound what guessing costs.
 */
export const checkHandle = onCall(
  { ...vouched, maxInstances: 3 },
  async ({ data, rawRequest }): Promise<CheckHandleAnswer> => {
    const input = checkHandleInputSchema.safeParse(data);
    if (!input.success) throw new HttpsError('invalid-argument', firstProblem(input.error));
    const forwardedFor = rawRequest.headers['x-forwarded-for'];
    if (!mayCall(callerAddress(forwardedFor?.toString(), rawRequest.socket.remoteAddress)))
      throw new HttpsError('resource-exhausted', 'Too many tries. Wait a minute.');
    return { free: await isHandleFree(openFirestore(), input.data.handle) };
  },
);
