import { describe, expect, it } from 'vitest';
import { createTurns, type Turns } from './outbox-turn.ts';

/** One browser: a lock that goes to one after the other, and a channel between its tabs. */
class Browser {
  requests = 0;
  private readonly waiting: (() => void)[] = [];
  private isHeld = false;
  private readonly channels: { listeners: (() => void)[] }[] = [];

  open(): Turns & { hide(): void } {
    const channel = { listeners: [] as (() => void)[] };
    this.channels.push(channel);
    let hide = () => {};
    let isVisible = true;
    const request = (_name: string, _options: LockOptions, act: () => Promise<void>) => {
      this.requests += 1;
      return new Promise<void>((resolve) => {
        this.waiting.push(() => {
          act().then(() => {
            this.isHeld = false;
            resolve();
            this.next();
          });
        });
        this.next();
      });
    };
    const turns = createTurns('lock', 10_000, {
      locks: {
        request: request as never,
        query: async () => ({ held: [], pending: this.waiting.map(() => ({ name: 'lock' })) }),
      },
      others: {
        postMessage: () => {
          for (const other of this.channels)
            if (other !== channel) for (const hear of other.listeners) hear();
        },
        addEventListener: (_type: string, listener: never) => channel.listeners.push(listener),
      },
      isVisible: () => isVisible,
      onHidden: (act) => {
        hide = act;
      },
    });
    return {
      ...turns,
      hide() {
        isVisible = false;
        hide();
      },
    };
  }

  private next() {
    if (this.isHeld) return;
    const grant = this.waiting.shift();
    if (grant === undefined) return;
    this.isHeld = true;
    queueMicrotask(grant);
  }
}

describe('the turn to send', () => {
  it('is kept between two messages, so the browser is asked for the lock once', async () => {
    const browser = new Browser();
    const tab = browser.open();
    (await tab.take())();
    (await tab.take())();
    expect(browser.requests).toBe(1);
  });

  it('goes to another tab as soon as that asks', async () => {
    const browser = new Browser();
    const [first, second] = [browser.open(), browser.open()];
    (await first.take())();
    (await second.take())();
    (await first.take())();
    expect(browser.requests).toBe(3);
  });

  it('is never with two tabs at once', async () => {
    const browser = new Browser();
    const [first, second] = [browser.open(), browser.open()];
    const end = await first.take();
    let hasSecond = false;
    const other = second.take().then((endOther) => {
      hasSecond = true;
      return endOther;
    });
    await Promise.resolve();
    expect(hasSecond).toBe(false);
    end();
    (await other)();
    expect(hasSecond).toBe(true);
  });

  it('goes to a tab whose question came while this one was waiting itself', async () => {
    const browser = new Browser();
    const [first, second, third] = [browser.open(), browser.open(), browser.open()];
    const end = await first.take();
    const mine = second.take();
    const theirs = third.take();
    end();
    (await mine)();
    (await theirs)();
  });

  it('is given up by a tab that nobody looks at', async () => {
    const browser = new Browser();
    const tab = browser.open();
    (await tab.take())();
    tab.hide();
    (await tab.take())();
    (await tab.take())();
    expect(browser.requests).toBe(3);
  });

  it('ended twice is ended once', async () => {
    const browser = new Browser();
    const tab = browser.open();
    const end = await tab.take();
    end();
    const again = await tab.take();
    end();
    const other = browser.open().take();
    again();
    (await other)();
  });
});
