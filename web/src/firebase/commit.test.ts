import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commit } from './commit.ts';
import { serverTime } from './encode-value.ts';

const state = vi.hoisted(() => ({
  user: null as { getIdToken: (fresh: boolean) => Promise<string> } | null,
  emulators: null as { firestore: { host: string; port: number } } | null,
}));
vi.mock('./app.ts', () => ({
  firebaseApp: () => ({ options: { projectId: 'demo-sameboat' } }),
  emulators: () => state.emulators,
}));
vi.mock('./auth.ts', () => ({ auth: () => ({ currentUser: state.user }) }));

const getIdToken = vi.fn<(fresh: boolean) => Promise<string>>(async (fresh) => (fresh ? 'new' : 'old'));
const fetched = vi.fn<(url: string, request: RequestInit) => Promise<Response>>();
const answer = (status: number, body: unknown = {}) => new Response(JSON.stringify(body), { status });
const refusal = (status: number, code: string) => answer(status, { error: { status: code } });
const write = { set: 'users/ada', data: { name: 'Ada', at: serverTime } };

beforeEach(() => {
  vi.useFakeTimers();
  state.user = { getIdToken };
  state.emulators = null;
  getIdToken.mockClear();
  fetched.mockReset().mockResolvedValue(answer(200));
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a commit', () => {
  it('sends all its writes in one request, as the person who is signed in', async () => {
    await commit([write, { update: 'users/cleo', data: { listed: true } }, { delete: 'users/ben' }]);
    const [url, request] = fetched.mock.calls[0] ?? [];
    const documents = 'projects/demo-sameboat/databases/(default)/documents';
    expect(url).toBe(`https://firestore.googleapis.com/v1/${documents}:commit`);
    expect(request?.headers).toMatchObject({ authorization: 'Bearer old' });
    expect(JSON.parse(String(request?.body))).toEqual({
      writes: [
        {
          update: { name: `${documents}/users/ada`, fields: { name: { stringValue: 'Ada' } } },
          updateTransforms: [{ fieldPath: 'at', setToServerValue: 'REQUEST_TIME' }],
        },
        {
          update: { name: `${documents}/users/cleo`, fields: { listed: { booleanValue: true } } },
          updateTransforms: [],
          updateMask: { fieldPaths: ['listed'] },
          currentDocument: { exists: true },
        },
        { delete: `${documents}/users/ben` },
      ],
    });
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('goes to the local suite if that is running', async () => {
    state.emulators = { firestore: { host: '127.0.0.1', port: 8080 } };
    await commit([write]);
    expect(fetched.mock.calls[0]?.[0]).toMatch(/^http:\/\/127\.0\.0\.1:8080\/v1\/projects\/demo-sameboat\//);
  });

  it('throws the code of the server’s refusal', async () => {
    fetched.mockResolvedValue(refusal(403, 'PERMISSION_DENIED'));
    await expect(commit([write])).rejects.toMatchObject({ code: 'permission-denied' });
  });

  it('tries once more with a new token when the server rejects the current one', async () => {
    fetched.mockResolvedValueOnce(refusal(401, 'UNAUTHENTICATED'));
    await commit([write]);
    expect(fetched.mock.calls.map(([, request]) => request.headers)).toMatchObject([
      { authorization: 'Bearer old' },
      { authorization: 'Bearer new' },
    ]);
    fetched.mockResolvedValue(refusal(401, 'UNAUTHENTICATED'));
    await expect(commit([write])).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('fails at once when nobody is signed in', async () => {
    state.user = null;
    await expect(commit([write])).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(fetched).not.toHaveBeenCalled();
  });

  it.each([
    ['there is no network', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['something else than the server answers', async () => new Response('<html>', { status: 502 })],
  ])('is unavailable when %s', async (_when, respond) => {
    fetched.mockImplementation(respond);
    await expect(commit([write])).rejects.toMatchObject({ code: 'unavailable' });
  });

  it.each([
    ['the server', () => fetched.mockImplementation(hang)],
    ['Auth', () => getIdToken.mockImplementationOnce(() => new Promise(() => {}))],
  ])('does not wait for ever when %s does not answer', async (_who, arrange) => {
    arrange();
    const committed = commit([write]).catch((cause: unknown) => cause);
    await vi.advanceTimersByTimeAsync(9_999);
    let over = false;
    void committed.then(() => {
      over = true;
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(over).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await committed).toMatchObject({ code: 'deadline-exceeded' });
  });
});

/** A request that ends only when it is aborted. */
const hang = (_url: string, { signal }: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
