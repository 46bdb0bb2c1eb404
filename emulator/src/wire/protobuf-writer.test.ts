import fc from 'fast-check';
import protobuf from 'protobufjs/minimal.js';
import { expect, it } from 'vitest';
import { ProtobufWriter, type ProtobufWriting } from './protobuf-writer.ts';

type Step = (writer: ProtobufWriting) => void;

const int32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };
const leaf: fc.Arbitrary<Step> = fc.oneof(
  fc.nat({ max: 2 ** 32 - 1 }).map(
    (n): Step =>
      (writer) =>
        writer.uint32(n),
  ),
  fc.integer(int32).map(
    (n): Step =>
      (writer) =>
        writer.int32(n),
  ),
  fc.maxSafeInteger().map(
    (n): Step =>
      (writer) =>
        writer.int64(n),
  ),
  fc.record({ low: fc.integer(int32), high: fc.integer(int32), unsigned: fc.constant(false) }).map(
    (n): Step =>
      (writer) =>
        writer.int64(n),
  ),
  fc.boolean().map(
    (value): Step =>
      (writer) =>
        writer.bool(value),
  ),
  fc.double().map(
    (n): Step =>
      (writer) =>
        writer.double(n),
  ),
  fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('é'.repeat(42), '😀'.repeat(21), 'x'.repeat(300)),
    )
    .map(
      (text): Step =>
        (writer) =>
          writer.string(text),
    ),
  fc.uint8Array({ maxLength: 200 }).map(
    (bytes): Step =>
      (writer) =>
        writer.bytes(bytes),
  ),
);
const { step } = fc.letrec<{ step: Step }>((tie) => ({
  step: fc.oneof(
    { weight: 3, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: fc.array(tie('step'), { maxLength: 6 }).map(
        (inner): Step =>
          (writer) => {
            writer.fork();
            for (const each of inner) each(writer);
            writer.ldelim();
          },
      ),
    },
  ),
}));

it('writes the same bytes as protobufjs, whatever is written', () => {
  const ours = new ProtobufWriter();
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const theirs = protobuf.Writer.create();
      for (const each of steps) {
        each(ours);
        each(theirs as unknown as ProtobufWriting);
      }
      expect(Buffer.from(ours.finish()).equals(theirs.finish())).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('grows with what it is given, over and over, and hands out copies', () => {
  const writer = new ProtobufWriter();
  const large = new Uint8Array(3_000_000).fill(7);
  const first = writer.fork().fork().bytes(large).ldelim().ldelim().finish();
  const second = writer.string('next').finish();
  expect(first.length).toBeGreaterThan(3_000_000);
  expect(first.at(-1)).toBe(7);
  expect(Buffer.from(second).toString('latin1')).toBe('\u0004next');
});
