import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** As much of an Auth emulator as signs in whoever asks, from any origin: the custom token is the uid. */
export interface SignInAccounts {
  readonly port: number;
  close(): void;
}

export function startAccounts(): Promise<SignInAccounts> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { token = '', idToken = '' } = JSON.parse(body || '{}') as { token?: string; idToken?: string };
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify(
        request.url?.includes('accounts:lookup')
          ? { users: [{ localId: uidIn(idToken) }] }
          : { idToken: tokenFor(token), refreshToken: token, expiresIn: '3600' },
      ),
    );
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({ port: (server.address() as AddressInfo).port, close: () => server.close() });
    });
  });
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

function uidIn(token: string): string {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString() || '{}';
  return (JSON.parse(claims) as { sub?: string }).sub ?? '';
}

function tokenFor(uid: string): string {
  const now = Math.floor(Date.now() / 1000);
  return `${encoded({ alg: 'none' })}.${encoded({ sub: uid, user_id: uid, iat: now, exp: now + 3600 })}.`;
}
