import { sendIntervalMs } from '@sameboat/model/limits';
import type { DataErrorCode } from './data-error.ts';
import { emptyOutbox, type OutboxItem, type OutboxState, plainText } from './outbox-state.ts';
import { type OutboxEffect, type OutboxEvent, step } from './outbox-step.ts';

/** What happens to one request: whether and when it reaches the server, and which answer the sender gets and when. */
export interface Fate {
  readonly lands: boolean;
  readonly landsAfter: number;
  /** 'verdict' is the server's own answer. The others come from the network, whatever the server did. */
  readonly answer: 'verdict' | 'offline' | 'busy' | 'unknown';
  readonly answersAfter: number;
}

export const PROMPT: Fate = { lands: true, landsAfter: 5, answer: 'verdict', answersAfter: 10 };

interface Tab {
  state: OutboxState;
  open: boolean;
  wakeAt: number | null;
  /** Storage events reach each tab in order. */
  heardUntil: number;
  endTurn: () => void;
}

interface Written extends OutboxItem {
  readonly tab: Tab;
}

/** The server always refuses texts that start with this. */
export const REFUSED = 'refused';

/**
 * Simulates a person with several tabs and a second device, a network that follows `fates`, and a server with the three
 * rules that matter: an id is created only once, messages of a person are 500 ms apart, and some messages are refused.
 */
export class OutboxWorld {
  now = 0;
  readonly stored: { id: string; chatId: string }[] = [];
  readonly written: Written[] = [];
  readonly discarded = new Set<string>();
  readonly everFailed = new Set<string>();
  /** How many commits the server has refused. */
  refusals = 0;
  readonly brokenAnswers = new Map<string, number>();
  readonly kept = new Map<string, OutboxItem>();
  tabs: Tab[] = [];

  private sentAt = Number.NEGATIVE_INFINITY;
  private lastAt = Number.NEGATIVE_INFINITY;
  private happened = 0;
  private agenda: { at: number; order: number; act: () => void }[] = [];
  private waitingTabs: { tab: Tab; start: () => void }[] = [];
  private turnTaken = false;
  private connection = { online: true, canTry: true };
  private readonly fates: Fate[];
  private readonly tabsTakeTurns: boolean;

  constructor(options: { fates: readonly Fate[]; tabsTakeTurns: boolean }) {
    this.fates = [...options.fates];
    this.tabsTakeTurns = options.tabsTakeTurns;
    this.openTab();
  }

  openTab() {
    const tab: Tab = {
      state: emptyOutbox(this.connection),
      open: true,
      wakeAt: null,
      heardUntil: 0,
      endTurn: () => {},
    };
    this.tabs.push(tab);
    for (const item of this.kept.values()) this.dispatch(tab, { type: 'stored', item });
  }

  closeTab(index: number) {
    const tab = this.tab(index);
    tab.open = false;
    this.tabs = this.tabs.filter((other) => other !== tab);
    this.waitingTabs = this.waitingTabs.filter((waiting) => waiting.tab !== tab);
    tab.endTurn();
  }

  /** `ahead` is how wrong the device's clock is, in milliseconds. */
  write(index: number, chatId: string, text: string, ahead: number) {
    const tab = this.tab(index);
    const id = `m${this.written.length}`;
    this.dispatch(tab, { type: 'written', id, chatId, content: plainText(text), at: this.now + ahead });
    const item = this.kept.get(id);
    if (item !== undefined) this.written.push({ ...item, tab });
  }

  onEachFailed(index: number, type: 'retried' | 'discarded') {
    const tab = this.tab(index);
    for (const { id, state } of tab.state.messages) {
      if (state !== 'failed') continue;
      if (type === 'discarded') this.discarded.add(id);
      this.dispatch(tab, { type, id });
    }
  }

  discardNewest(index: number) {
    const tab = this.tab(index);
    const newest = tab.state.messages.findLast(({ state }) => state !== 'sent');
    if (newest === undefined) return;
    this.discarded.add(newest.id);
    this.dispatch(tab, { type: 'discarded', id: newest.id });
  }

  connect(connection: { online: boolean; canTry: boolean }) {
    this.connection = connection;
    for (const tab of this.tabs) this.dispatch(tab, { type: 'connection', ...connection });
  }

  /** The person sends a message from another device. */
  sendFromElsewhere(chatId: string) {
    const id = `elsewhere${this.happened}`;
    this.commit({ id, chatId, text: '' });
  }

  passTime(milliseconds: number) {
    const until = this.now + milliseconds;
    for (let next = this.takeNext(until); next !== undefined; next = this.takeNext(until)) {
      this.now = next.at;
      next.act();
    }
    this.now = until;
  }

  /** Runs until nothing is left to do, with a good connection. */
  finish() {
    this.fates.length = 0;
    if (this.tabs.length === 0) this.openTab();
    this.connect({ online: true, canTry: true });
    this.passTime(30 * 60_000);
  }

  private tab(index: number): Tab {
    if (this.tabs.length === 0) this.openTab();
    const tab = this.tabs[index % this.tabs.length];
    if (tab === undefined) throw new Error('There is no tab.');
    return tab;
  }

  private later(after: number, act: () => void) {
    this.happened += 1;
    this.agenda.push({ at: this.now + after, order: this.happened, act });
  }

  private takeNext(until: number) {
    const due = this.agenda.filter(({ at }) => at <= until);
    const next = due.sort((a, b) => a.at - b.at || a.order - b.order)[0];
    if (next !== undefined) this.agenda.splice(this.agenda.indexOf(next), 1);
    return next;
  }

  private dispatch(tab: Tab, event: OutboxEvent) {
    if (!tab.open) return;
    const { state, effects } = step(tab.state, event, this.now);
    tab.state = state;
    for (const message of state.messages) if (message.state === 'failed') this.everFailed.add(message.id);
    for (const effect of effects) this.perform(tab, effect);
  }

  private perform(tab: Tab, effect: OutboxEffect) {
    switch (effect.type) {
      case 'keep':
        this.kept.set(effect.item.id, effect.item);
        this.tellOthers(tab, { type: 'stored', item: effect.item });
        break;
      case 'markSent':
        this.kept.delete(effect.item.id);
        this.sentAt = this.now;
        this.tellOthers(tab, { type: 'sentElsewhere', id: effect.item.id });
        this.tellOthers(tab, { type: 'removed', id: effect.item.id });
        break;
      case 'remove':
        this.kept.delete(effect.item.id);
        this.tellOthers(tab, { type: 'removed', id: effect.item.id });
        break;
      case 'takeTurn':
        this.waitingTabs.push({ tab, start: () => this.startTurn(tab) });
        this.nextTurn();
        break;
      case 'endTurn':
        tab.endTurn();
        break;
      case 'deliver':
        this.deliver(tab, effect.message);
        break;
      case 'look':
        this.look(tab, effect.message);
        break;
      case 'wake': {
        const { at } = effect;
        tab.wakeAt = at;
        if (at !== null) {
          this.later(Math.max(0, at - this.now), () => {
            if (tab.wakeAt === at) this.dispatch(tab, { type: 'woken' });
          });
        }
      }
    }
  }

  private tellOthers(tab: Tab, event: OutboxEvent) {
    for (const other of this.tabs) {
      if (other === tab) continue;
      other.heardUntil = Math.max(other.heardUntil, this.now + ((this.happened * 7) % 40));
      this.later(other.heardUntil - this.now, () => this.dispatch(other, event));
    }
  }

  private nextTurn() {
    if (this.turnTaken && this.tabsTakeTurns) return;
    const next = this.waitingTabs.shift();
    if (next === undefined) return;
    this.turnTaken = true;
    this.later(1, next.start);
  }

  private startTurn(tab: Tab) {
    let ended = false;
    tab.endTurn = () => {
      if (ended) return;
      ended = true;
      this.turnTaken = false;
      this.nextTurn();
    };
    if (!tab.open) tab.endTurn();
    this.dispatch(tab, { type: 'turn', stored: [...this.kept.values()], sinceSent: this.now - this.sentAt });
  }

  private commit({ id, chatId, text }: Pick<OutboxItem, 'id' | 'chatId' | 'text'>): boolean {
    const isThere = this.stored.some((message) => message.id === id);
    if (isThere || text.startsWith(REFUSED) || this.now - this.lastAt < sendIntervalMs) {
      this.refusals += 1;
      return false;
    }
    this.stored.push({ id, chatId });
    this.lastAt = this.now;
    return true;
  }

  private deliver(tab: Tab, message: OutboxItem) {
    const fate = this.fates.shift() ?? PROMPT;
    const { id } = message;
    let accepted = false;
    if (fate.lands) this.later(fate.landsAfter, () => (accepted = this.commit(message)));
    // The server's answer comes after the request has landed.
    const saysVerdict = fate.lands && fate.answer === 'verdict';
    this.later(fate.answersAfter + (saysVerdict ? fate.landsAfter : 0), () => {
      if (saysVerdict) {
        this.dispatch(
          tab,
          accepted ? { type: 'delivered', id } : { type: 'refused', id, error: 'not-allowed' },
        );
        return;
      }
      const error: DataErrorCode = fate.answer === 'verdict' ? 'offline' : fate.answer;
      if (error !== 'offline') this.brokenAnswers.set(id, (this.brokenAnswers.get(id) ?? 0) + 1);
      this.dispatch(tab, { type: 'refused', id, error });
    });
  }

  private look(tab: Tab, { id }: OutboxItem) {
    const fate = this.fates.shift() ?? PROMPT;
    this.later(fate.answersAfter, () => {
      if (!fate.lands) this.dispatch(tab, { type: 'refused', id, error: 'offline' });
      else {
        const found = this.stored.some((message) => message.id === id);
        this.dispatch(tab, { type: 'looked', id, found, pace: String(this.lastAt) });
      }
    });
  }
}
