// The functions of the suite tests: those that the recorded callables imply, and triggers that note what they are told.
const { appendFileSync } = require('node:fs');
const { join } = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const firestore = require('firebase-functions/v2/firestore');
const { HttpsError, onCall, onRequest } = require('firebase-functions/v2/https');

/** A test writes another number here and knows by it that this file was loaded again. */
const version = 1;

exports.sum = onCall(({ data }) => {
  const { a, b } = data;
  if (typeof a !== 'number' || typeof b !== 'number') {
    throw new HttpsError('invalid-argument', 'a and b must be numbers', { got: typeof a });
  }
  return { sum: a + b };
});

exports.refuse = onCall(({ data }) => {
  throw new HttpsError(data.code, `deliberate ${data.code}`, { detail: 'conformance' });
});

exports.fail = onCall(() => {
  throw new Error('nobody is to read this');
});

exports.caller = onCall(({ auth, app }) => ({
  hasAuth: auth !== undefined,
  uid: auth?.uid ?? null,
  email: auth?.token.email ?? null,
  hasApp: app !== undefined,
  appId: app?.appId ?? null,
}));

exports.raw = onRequest((request, response) => {
  response.json({
    method: request.method,
    path: request.path,
    appCheckHeaderCount: Object.keys(request.headers).filter((name) => name === 'x-firebase-appcheck').length,
  });
});

/** One line of JSON for each call, beside the functions, where nobody watches for changes. */
function note(name, event, data) {
  const line = {
    name,
    version,
    event: event.id,
    document: event.document,
    params: event.params,
    authType: event.authType ?? null,
    authId: event.authId ?? null,
    ...data,
  };
  appendFileSync(join(__dirname, '..', 'seen.jsonl'), `${JSON.stringify(line)}\n`);
}
const n = (snapshot) => snapshot?.get('n') ?? null;
const noteOne = (name) => (event) => note(name, event, { after: n(event.data) });
const noteChange = (name) => (event) =>
  note(name, event, { before: n(event.data.before), after: n(event.data.after) });

const path = 'lives/{id}';
exports.created = firestore.onDocumentCreated(path, noteOne('created'));
exports.updated = firestore.onDocumentUpdated(path, noteChange('updated'));
exports.deleted = firestore.onDocumentDeleted(path, noteOne('deleted'));
exports.written = firestore.onDocumentWritten(path, noteChange('written'));
exports.createdWithAuth = firestore.onDocumentCreatedWithAuthContext(path, noteOne('createdWithAuth'));
exports.updatedWithAuth = firestore.onDocumentUpdatedWithAuthContext(path, noteChange('updatedWithAuth'));
exports.deletedWithAuth = firestore.onDocumentDeletedWithAuthContext(path, noteOne('deletedWithAuth'));
exports.writtenWithAuth = firestore.onDocumentWrittenWithAuthContext(path, noteChange('writtenWithAuth'));

exports.reloaded = firestore.onDocumentWritten('reloads/{id}', noteChange('reloaded'));

exports.slow = firestore.onDocumentWritten('slow/{id}', async (event) => {
  await sleep(10_000);
  noteChange('slow')(event);
});

exports.killed = firestore.onDocumentWritten('kills/{id}', async (event) => {
  note('begun', event, { process: process.pid });
  await sleep(1_000);
  noteChange('killed')(event);
});
