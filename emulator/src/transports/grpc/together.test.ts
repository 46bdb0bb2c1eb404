import { expect, it } from 'vitest';
import { asOneMessage, inPieces } from './together.ts';

/** What grpc-js makes of a message that was serialized. */
function framed(message: Buffer): Buffer {
  const frame = Buffer.alloc(message.byteLength + 5);
  frame.writeUInt32BE(message.byteLength, 1);
  message.copy(frame, 5);
  return frame;
}

it('frames each of several messages where grpc-js frames one', () => {
  const messages = ['one', '', 'three'].map((text) => Buffer.from(text));
  expect(framed(asOneMessage(messages))).toStrictEqual(Buffer.concat(messages.map(framed)));
});

it('keeps large messages apart and the order of all', () => {
  const sizes = [10, 2_000_000, 10, 10, 600_000, 600_000, 10];
  const pieces = inPieces(sizes.map((size) => new Uint8Array(size)));
  expect(pieces.map((piece) => piece.map(({ length }) => length))).toStrictEqual([
    [10, 2_000_000],
    [10, 10, 600_000, 600_000],
    [10],
  ]);
  expect(inPieces([])).toStrictEqual([]);
});
