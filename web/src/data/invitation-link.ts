/**
 * The code in an invitation link, `/communities/{id}#code`, for somebody who has to sign in first: kept in the memory of
 * this page, so that no address, history or storage holds it.
 */
let kept: { readonly path: string; readonly fragment: string } | null = null;

/** Keeps the fragment of the address that somebody came with. */
export function keepInvitation(path: string, fragment: string): void {
  if (path.startsWith('/communities/') && fragment !== '') kept = { path, fragment };
}

/** The fragment that was kept for this path, once; empty if none was. */
export function takeInvitation(path: string): string {
  if (kept?.path !== path) return '';
  const { fragment } = kept;
  kept = null;
  return fragment;
}
