/** What `promise` rejects with. Rejects the case when it does not. */
export async function failureOf(promise: Promise<unknown>): Promise<{ code: string; message: string }> {
  const outcome = await promise.then(
    () => null,
    (error: { code?: string; message?: string }) => error,
  );
  if (outcome === null) throw new Error('expected a failure, but there is success');
  return { code: outcome.code ?? '', message: outcome.message ?? '' };
}

/** Rejects the case unless `text` holds what is looked for. */
export function matches(text: string, sought: RegExp): void {
  if (!sought.test(text)) throw new Error(`expected ${sought}, but it is ${text}`);
}
