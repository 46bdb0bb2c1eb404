// What `npm start` runs, in the folder that it is started in instead of the one that it stands in.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../start.ts');
await main(process.argv.slice(2));
