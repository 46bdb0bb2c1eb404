/** Has the browser save a file under this name, where it saves downloads. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Browsers read the address after the click; a minute is more than any of them takes to begin.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
