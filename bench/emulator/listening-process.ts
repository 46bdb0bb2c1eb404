/** Listens until so many documents have come: `listening-process.ts host:port documents`. */
import { GrpcClient } from '../../emulator/src/conformance/grpc-client.ts';
import type { Heard } from './listen-elsewhere.ts';
import { everyMessage, listen, untilResponse } from './load.ts';

const [address = '', documents = '0'] = process.argv.slice(2);
const say = (word: Heard) => process.send?.(word);

const client = new GrpcClient(address);
const stream = await listen(client, everyMessage);
say('listening');
let heard = 0;
await untilResponse(stream, ({ documentChange }) => {
  if (documentChange) heard += 1;
  return heard === Number(documents);
});
say('all');
stream.cancel();
client.close();
process.disconnect();
