import type { CoverageReport, ReportEntry, SeenValue } from './report.ts';

const style = `
  body { font: 14px/1.6 ui-monospace, monospace; margin: 2rem; color: #1b1f24; background: #fff; }
  pre { counter-reset: line; }
  .e { border-bottom: 2px solid transparent; border-radius: 2px; }
  .both { border-color: #2a9d4a; } .one { border-color: #d8a200; } .error { border-color: #c0392b; }
  .never { background: #f3d6d3; }
  .e:hover { background: #e7effa; }
  @media (prefers-color-scheme: dark) {
    body { color: #e6e9ee; background: #14171b; } .never { background: #55302c; } .e:hover { background: #26364d; }
  }`;

/** The source with every expression marked by what it has been; its values show when the pointer rests on it. */
export function coverageHtml({ rules, report }: CoverageReport): string {
  const [file = { name: '', content: '' }] = rules.files;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Rules coverage: ${escapeHtml(file.name)}</title><style>${style}</style></head>
<body>
<h1>${escapeHtml(file.name)}</h1>
<p><span class="e both">both true and false</span>, <span class="e one">always the same</span>,
<span class="e error">an error at times</span>, <span class="e never">never evaluated</span></p>
<pre>${render(file.content, report, 0, file.content.length)}</pre>
</body>
</html>
`;
}

function render(source: string, entries: readonly ReportEntry[], from: number, to: number): string {
  let html = '';
  let at = from;
  for (const entry of [...entries].sort(
    (a, b) => a.sourcePosition.currentOffset - b.sourcePosition.currentOffset,
  )) {
    const { currentOffset, endOffset } = entry.sourcePosition;
    if (currentOffset < at) continue;
    html += escapeHtml(source.slice(at, currentOffset));
    const inner = render(source, entry.children ?? [], currentOffset, endOffset);
    html += `<span class="e ${classOf(entry)}" title="${escapeHtml(titleOf(entry))}">${inner}</span>`;
    at = endOffset;
  }
  return html + escapeHtml(source.slice(at, to));
}

function classOf({ values }: ReportEntry): string {
  if (values === undefined) return 'never';
  if (values.some(({ value }) => 'undefined' in value)) return 'error';
  return values.length > 1 ? 'both' : 'one';
}

function titleOf({ values }: ReportEntry): string {
  return values === undefined ? 'never evaluated' : values.map(describe).join('\n');
}

function describe({ value, count }: SeenValue): string {
  const text = JSON.stringify(value);
  return `${text.length > 200 ? `${text.slice(0, 199)}…` : text} × ${count}`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
