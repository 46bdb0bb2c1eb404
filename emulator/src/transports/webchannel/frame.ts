/** `<length>\n<JSON>`, the length in UTF-16 code units. */
export function frame(json: string): string {
  return `${json.length}\n${json}`;
}
