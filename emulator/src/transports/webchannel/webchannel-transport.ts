/** Listen and Write as browsers carry them: WebChannel, protocol version 8, over plain HTTP. */
import { type Exchange, type HttpTransport, readBody, sendError } from '../../http/exchange.ts';
import type { FirestoreService } from '../../service/firestore-service.ts';
import { StatusError } from '../../values/status.ts';
import { asStatusError } from '../../wire/as-status-error.ts';
import { fromAuthorization } from '../../wire/caller.ts';
import { fromJson, toJson } from '../../wire/json-message.ts';
import { listenResponseToJson } from '../../wire/listen.ts';
import { ListenStream } from '../../wire/listen-stream.ts';
import type { MessageType } from '../../wire/message-type.ts';
import { LISTEN_REQUEST, WRITE_REQUEST, WRITE_RESPONSE } from '../../wire/messages.ts';
import { parseJson } from '../../wire/parse-json.ts';
import { WriteStream } from '../../wire/write-stream.ts';
import { parseForm, parseHeaders } from './form.ts';
import { frame } from './frame.ts';
import { Session, type SessionOptions } from './session.ts';

const PATH = /^\/google\.firestore\.v1\.Firestore\/(Listen|Write)\/channel$/;
/**
 * As much as gRPC takes, each byte percent-encoded in three. A client whose request is refused as a whole sends it again
 * for ever: what is too large for Firestore must be read to be refused with words.
 */
const MAX_BODY_BYTES = 3 * 100 * 1024 * 1024;
const EXPOSED = 'x-client-wire-protocol, x-http-session-id, x-http-initial-response';

export interface WebChannelTransport {
  readonly handle: HttpTransport;
  /** How many sessions are alive, for tests and the soak. */
  readonly sessionCount: () => number;
  close(): void;
}

export function createWebChannelTransport(
  service: FirestoreService,
  options: SessionOptions = {},
): WebChannelTransport {
  const sessions = new Map<string, Session>();
  return {
    handle: (exchange) => {
      const kind = PATH.exec(exchange.path)?.[1];
      if (kind === undefined) return false;
      exchange.response.setHeader('Access-Control-Expose-Headers', EXPOSED);
      // No preflight comes before these requests, and the reference leaves this out of their answers.
      exchange.response.removeHeader('Access-Control-Allow-Methods');
      serve(service, sessions, options, kind, exchange).catch((error) => sendError(exchange.response, error));
      return true;
    },
    sessionCount: () => sessions.size,
    close: () => {
      for (const session of sessions.values()) session.close();
    },
  };
}

async function serve(
  service: FirestoreService,
  sessions: Map<string, Session>,
  options: SessionOptions,
  kind: string,
  exchange: Exchange,
): Promise<void> {
  const { method, query, request, response } = exchange;
  const body = await readBody(request, MAX_BODY_BYTES);
  const sid = query.get('SID');
  if (sid === null && method === 'POST') {
    const form = parseForm(body);
    // Where the client puts the headers that it may not set depends on its version.
    const overwritten = parseHeaders(query.get('$httpHeaders') ?? '');
    const authorization = form.headers.get('authorization') ?? overwritten.get('authorization');
    const session = openSession(service, kind, authorization, options, (closed) =>
      sessions.delete(closed.id),
    );
    sessions.set(session.id, session);
    response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(frame(`[[0,["c","${session.id}","",8,12,30000]]]`));
    session.receive(form.offset, form.messages);
    return;
  }
  const session = sid === null ? undefined : sessions.get(sid);
  if (!session) {
    response.writeHead(400, { 'Content-Length': 0 });
    response.end();
    return;
  }
  session.acknowledge(Number(query.get('AID') ?? -1));
  if (query.get('TYPE') === 'terminate') {
    session.close();
    response.writeHead(200, { 'Content-Length': 0 });
    response.end();
  } else if (method === 'GET') {
    session.openBackChannel(response, query.get('CI') === '1');
  } else {
    const form = parseForm(body);
    response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(frame(session.status()));
    session.receive(form.offset, form.messages);
  }
}

function openSession(
  service: FirestoreService,
  kind: string,
  authorization: string | undefined,
  options: SessionOptions,
  onClose: (session: Session) => void,
): Session {
  const session = new Session(options, onClose);
  const end = (error: StatusError | null) => session.end(error ? errorFrame(error) : null);
  try {
    const caller = fromAuthorization(authorization);
    if (kind === 'Listen') {
      const stream = new ListenStream(service, caller, {
        send: (database, response) => session.send(listenResponseToJson(database, response)),
        end,
      });
      session.attach(
        (text) => stream.receive(read(LISTEN_REQUEST, text)),
        () => stream.close(),
        end,
      );
    } else {
      const stream = new WriteStream(service, caller, {
        send: (response) => session.send(toJson(WRITE_RESPONSE, response)),
        end,
      });
      session.attach(
        (text) => stream.receive(read(WRITE_REQUEST, text)),
        () => stream.close(),
        end,
      );
    }
  } catch (error) {
    end(asStatusError(error));
  }
  return session;
}

function read<T>(type: MessageType<T>, text: string): T {
  if (text.trim() === '') throw new StatusError('INVALID_ARGUMENT', "Payload isn't valid for request.");
  return fromJson(type, parseJson(text));
}

function errorFrame(error: StatusError): string {
  return JSON.stringify({ error: { message: `${error.code}: ${error.message}`, status: error.code } });
}
