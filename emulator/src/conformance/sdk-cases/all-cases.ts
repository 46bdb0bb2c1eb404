import { aggregateCases } from './aggregate-cases.ts';
import { agreementCases } from './agreement-cases.ts';
import { batchCases } from './batch-cases.ts';
import { bundleCases } from './bundle-cases.ts';
import { cacheListenCases } from './cache-listen-cases.ts';
import { cacheReadCases } from './cache-read-cases.ts';
import { cachedOrderCases } from './cached-order-cases.ts';
import { clientLifeCases } from './client-life-cases.ts';
import { contentionCases } from './contention-cases.ts';
import { deviceCases } from './device-cases.ts';
import { documentCases } from './document-cases.ts';
import { documentListenCases } from './document-listen-cases.ts';
import { filterCases } from './filter-cases.ts';
import { listenCases } from './listen-cases.ts';
import { offlineCases } from './offline-cases.ts';
import { orderCases } from './order-cases.ts';
import { queryCases } from './query-cases.ts';
import { resumeCases } from './resume-cases.ts';
import type { SdkCase } from './sdk-case.ts';
import { sizeCases } from './size-cases.ts';
import { timestampCases } from './timestamp-cases.ts';
import { transactionCases } from './transaction-cases.ts';
import { transformCases } from './transform-cases.ts';
import { valueCases } from './value-cases.ts';
import { watchedQueryCases } from './watched-query-cases.ts';
import { writeCases } from './write-cases.ts';

type Cases = Readonly<Record<string, readonly SdkCase[]>>;

/** Of clients whose cache keeps what nobody listens to; they hold for a cache in memory and for one on the device. */
const keptCases: Cases = {
  'a document': documentCases,
  'a value': valueCases,
  'a transform': transformCases,
  'a time of the server': timestampCases,
  'a batch': batchCases,
  'a watcher': documentListenCases,
  'a query with a cache': agreementCases,
  'a watched query': watchedQueryCases,
  'a query taken up again': resumeCases,
  'a cache': cacheReadCases,
  'a listener of the cache': cacheListenCases,
  'the life of a client': clientLifeCases,
  'a bundle': bundleCases,
  'an order, kept,': cachedOrderCases,
};

/** The cases by what they are about: each name goes on the sentence that its group begins. */
export const allCases: Cases = {
  'a query': queryCases,
  'a filter': filterCases,
  'an order': orderCases,
  'a write': writeCases,
  'a listener': listenCases,
  'a client': offlineCases,
  'a transaction': transactionCases,
  'a large document': sizeCases,
  'a transaction among others': contentionCases,
  'an aggregate': aggregateCases,
  ...keptCases,
};

/** Those for a browser whose clients keep their cache on the device. */
export const casesOnDevice: Cases = { ...keptCases, 'a cache on the device': deviceCases };
