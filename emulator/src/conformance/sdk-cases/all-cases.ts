import { batchCases } from './batch-cases.ts';
import { listenCases } from './listen-cases.ts';
import { offlineCases } from './offline-cases.ts';
import { orderCases } from './order-cases.ts';
import { queryCases } from './query-cases.ts';
import type { SdkCase } from './sdk-case.ts';
import { timestampCases } from './timestamp-cases.ts';
import { transactionCases } from './transaction-cases.ts';
import { writeCases } from './write-cases.ts';

/** The cases by what they are about: each name goes on the sentence that its group begins. */
export const allCases: Readonly<Record<string, readonly SdkCase[]>> = {
  'a query': queryCases,
  'an order': orderCases,
  'a write': writeCases,
  'a listener': listenCases,
  'a client': offlineCases,
  'a transaction': transactionCases,
  'a batch': batchCases,
  'a time of the server': timestampCases,
};
