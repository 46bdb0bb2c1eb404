import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadConfig } from './load-config.ts';

const suite = {
  projectId: 'demo-sameboat',
  apiKey: 'local-suite',
  emulators: {
    auth: { host: '127.0.0.1', port: 9099 },
    firestore: { host: '127.0.0.1', port: 8080 },
    functions: { host: '127.0.0.1', port: 5001 },
    storage: { host: '127.0.0.1', port: 9199 },
  },
};

const answer = (body: BodyInit, status = 200) => {
  const fetched = vi.fn(async () => new Response(body, { status }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('loadConfig', () => {
  it('finds the local suite on this machine', async () => {
    const fetched = answer(JSON.stringify(suite));
    await expect(loadConfig('127.0.0.1')).resolves.toEqual({ kind: 'suite', config: suite });
    expect(fetched).toHaveBeenCalledWith('/suite.json', expect.anything());
  });

  it('asks Firebase Hosting anywhere else, and ignores what it does not need', async () => {
    const fetched = answer(JSON.stringify({ projectId: 'p', apiKey: 'k', appId: 'a', measurementId: 'no' }));
    await expect(loadConfig('sameboat.example')).resolves.toEqual({
      kind: 'hosting',
      config: { projectId: 'p', apiKey: 'k', appId: 'a' },
    });
    expect(fetched).toHaveBeenCalledWith('/__/firebase/init.json', expect.anything());
  });

  it('names every field that is wrong', async () => {
    answer(
      JSON.stringify({
        ...suite,
        apiKey: '',
        emulators: { ...suite.emulators, auth: { host: 'h', port: 0 } },
      }),
    );
    await expect(loadConfig('localhost')).rejects.toMatchObject({
      code: 'config-invalid',
      detail: expect.stringMatching(/apiKey.*emulators\.auth\.port/),
    });
  });

  it.each([
    ['a page in its place', () => answer('<!doctype html>')],
    ['an error', () => answer('gone', 404)],
    ['no answer', () => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))],
  ])('is unreachable when there is %s', async (_what, arrange) => {
    arrange();
    await expect(loadConfig('localhost')).rejects.toMatchObject({ code: 'config-unreachable' });
  });
});
