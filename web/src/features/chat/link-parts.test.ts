import { describe, expect, it } from 'vitest';
import { linkParts } from './link-parts.ts';

const links = (text: string) => linkParts(text).flatMap((part) => (part.kind === 'link' ? [part.href] : []));

describe('links in a message', () => {
  it('are found with https and www, and end where the sentence ends', () => {
    expect(links('See https://example.org/a?b=1, or www.example.com.')).toEqual([
      'https://example.org/a?b=1',
      'https://www.example.com/',
    ]);
  });

  it('keep every character of the text around them', () => {
    const parts = linkParts('a  https://example.org\nb');
    expect(parts).toEqual([
      { kind: 'text', text: 'a  ' },
      { kind: 'link', href: 'https://example.org/', host: 'example.org', rest: '' },
      { kind: 'text', text: '\nb' },
    ]);
  });

  it.each([
    'http://example.org',
    'javascript:alert(1)',
    'ftp://example.org',
    'see.you',
    'ada@example.org',
    'data:text/html,x',
  ])('are not made of %s', (text) => {
    expect(linkParts(`${text} www`)).toEqual([{ kind: 'text', text: `${text} www` }]);
  });

  it('show the host as the browser reads it, and refuse a name that poses as one', () => {
    expect(linkParts('https://аpple.com/x')).toMatchObject([
      { kind: 'link', host: 'xn--pple-43d.com', rest: '/x' },
    ]);
    expect(links('https://bank.example@elsewhere.example/')).toEqual([]);
  });

  it('are shortened to look at, never to follow', () => {
    const long = `https://example.org/${'x'.repeat(300)}`;
    const [part] = linkParts(long);
    expect(part).toMatchObject({ href: long });
    expect(part?.kind === 'link' && part.rest.length).toBe(41);
  });
});
