/** Several messages of a stream at once. */

/** What grpc-js puts before a message: whether it is compressed, and its length. */
const HEAD = 5;
/** Messages go together up to about so many bytes. */
const PIECE = 1024 * 1024;

/**
 * Messages that grpc-js sends as if they were one: it waits for each message to leave before it takes the next, and that
 * costs more than a small message itself. It asks for the bytes behind a message's head, leaves room for the head, and
 * has the bytes copied there. These copy themselves with the head of each message, over the one that stands there.
 */
export function asOneMessage(messages: readonly Uint8Array[]): Buffer {
  const length = messages.reduce((sum, message) => sum + HEAD + message.length, 0);
  const framed = Buffer.allocUnsafe(length);
  let end = 0;
  for (const message of messages) {
    framed[end] = 0;
    framed.writeUInt32BE(message.length, end + 1);
    framed.set(message, end + HEAD);
    end += HEAD + message.length;
  }
  const behindHead = framed.subarray(HEAD);
  behindHead.copy = (target) => framed.copy(target as Uint8Array);
  return behindHead;
}

export function inPieces(messages: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const pieces: Uint8Array[][] = [];
  let size = PIECE;
  for (const message of messages) {
    if (size >= PIECE) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(message);
    size += message.length;
  }
  return pieces;
}
