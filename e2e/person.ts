import type { Browser, BrowserContext, ConsoleMessage, Page, Request } from 'playwright-core';

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 800 };

export interface PersonOptions {
  /** The size of the window; a phone unless told. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** Touch and a coarse pointer, as on a phone. */
  readonly touch?: boolean;
  readonly locale?: string;
  /** Console errors that this test provokes on purpose. */
  readonly expectedErrors?: readonly RegExp[];
}

/** One person: a browser profile of their own with one open page, watched for trouble. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, uncaught exceptions, and requests that left the machine, a sentence each. */
  readonly problems: string[];
  /** Closes the profile, and throws when the page complained about anything that was not expected. */
  leave(): Promise<void>;
}

/** The address that the running suite serves the app at. */
export function appUrl(): string {
  const url = process.env.SAMEBOAT_APP_URL;
  if (!url) throw new Error('SAMEBOAT_APP_URL is not set: run the browser tests with "npm test -- browser".');
  return url;
}

const isLocal = (url: string) => {
  const { protocol, hostname } = new URL(url);
  return (
    ['data:', 'blob:', 'about:'].includes(protocol) || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  );
};

/** A commit that the rules refuse is an answer that the app handles; the browser logs it by itself. */
const refusedCommit = /status of 403 .*documents:commit/;

/** Opens a fresh profile. Nothing is loaded yet: `person.page.goto('/')`. */
export async function openPerson(browser: Browser, options: PersonOptions = {}): Promise<Person> {
  const context = await browser.newContext({
    baseURL: appUrl(),
    viewport: options.viewport ?? phone,
    colorScheme: options.colorScheme ?? 'light',
    hasTouch: options.touch ?? false,
    locale: options.locale ?? 'en-GB',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  const problems: string[] = [];
  const expected = [refusedCommit, ...(options.expectedErrors ?? [])];
  const report = (problem: string) => {
    if (!expected.some((pattern) => pattern.test(problem))) problems.push(problem);
  };
  const page = await context.newPage();
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') report(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error: Error) => report(`uncaught: ${error.message}`));
  context.on('request', (request: Request) => {
    if (!isLocal(request.url())) report(`left the machine: ${request.method()} ${request.url()}`);
  });
  return {
    page,
    context,
    problems,
    async leave() {
      await context.close();
      if (problems.length > 0) throw new Error(`The page complained:\n${problems.join('\n')}`);
    },
  };
}
