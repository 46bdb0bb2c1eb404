import { sendIntervalMs } from '@sameboat/model/limits';
import type { DataErrorCode } from './data-error.ts';
import {
  emptyOutbox,
  type OutboxItem,
  type OutboxState,
  type OutgoingPicture,
  plainText,
} from './outbox-state.ts';
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
  endUploadTurn: () => void;
}

/** Something that the tabs of a person take turns at. */
interface Turns {
  taken: boolean;
  waiting: { tab: Tab; start: () => void }[];
}

interface Written extends OutboxItem {
  readonly tab: Tab;
}

/** The server always refuses texts that start with this, and pictures of such messages. */
export const REFUSED = 'refused';

/**
 * Simulates a person with several tabs and a second device, a network that follows `fates`, and a server with the rules
 * that matter: an id is created only once, messages of a person are 500 ms apart, and some messages are refused. Storage
 * takes a picture under a path only once; the app takes one that is there for stored.
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
  /** How often each picture was sent while Storage did not have it, by its path. */
  readonly uploads = new Map<string, number>();
  /** Messages that the server took before it had their pictures. */
  readonly incomplete: string[] = [];
  /** The most tabs that were uploading at once. */
  uploadsAtOnce = 0;
  tabs: Tab[] = [];

  private sentAt = Number.NEGATIVE_INFINITY;
  private lastAt = Number.NEGATIVE_INFINITY;
  private happened = 0;
  private agenda: { at: number; order: number; act: () => void }[] = [];
  private readonly turns: Turns = { taken: false, waiting: [] };
  private readonly uploadTurns: Turns = { taken: false, waiting: [] };
  private readonly objects = new Set<string>();
  private readonly uploading = new Set<Tab>();
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
      endUploadTurn: () => {},
    };
    this.tabs.push(tab);
    for (const item of this.kept.values()) this.dispatch(tab, { type: 'stored', item });
  }

  closeTab(index: number) {
    const tab = this.tab(index);
    tab.open = false;
    this.tabs = this.tabs.filter((other) => other !== tab);
    for (const turns of [this.turns, this.uploadTurns])
      turns.waiting = turns.waiting.filter((waiting) => waiting.tab !== tab);
    this.uploading.delete(tab);
    tab.endTurn();
    tab.endUploadTurn();
  }

  /** `ahead` is how wrong the device's clock is, in milliseconds; `count` how many pictures the message has. */
  write(index: number, chatId: string, text: string, { ahead = 0, count = 0 } = {}) {
    const tab = this.tab(index);
    const id = `m${this.written.length}`;
    const pictures = Array.from({ length: count }, (_, place) => newPicture(`${id}/${place}`));
    const content = { ...plainText(text), pictures };
    this.dispatch(tab, { type: 'written', id, chatId, content, at: this.now + ahead });
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
    this.commit({ id, chatId, text: '', pictures: [] });
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
      case 'update':
        if (!this.kept.has(effect.item.id)) break;
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
        this.turns.waiting.push({ tab, start: () => this.startTurn(tab) });
        this.nextTurn(this.turns);
        break;
      case 'endTurn':
        tab.endTurn();
        break;
      case 'takeUploadTurn':
        this.uploadTurns.waiting.push({ tab, start: () => this.startUploadTurn(tab) });
        this.nextTurn(this.uploadTurns);
        break;
      case 'endUploadTurn':
        tab.endUploadTurn();
        break;
      case 'upload':
        this.upload(tab, effect);
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

  private nextTurn(turns: Turns) {
    if (turns.taken && this.tabsTakeTurns) return;
    const next = turns.waiting.shift();
    if (next === undefined) return;
    turns.taken = true;
    this.later(1, next.start);
  }

  private startTurn(tab: Tab) {
    tab.endTurn = this.endOf(this.turns);
    if (!tab.open) tab.endTurn();
    this.dispatch(tab, { type: 'turn', stored: [...this.kept.values()], sinceSent: this.now - this.sentAt });
  }

  private startUploadTurn(tab: Tab) {
    tab.endUploadTurn = this.endOf(this.uploadTurns);
    if (!tab.open) tab.endUploadTurn();
    this.dispatch(tab, { type: 'uploadTurn', stored: [...this.kept.values()] });
  }

  private endOf(turns: Turns): () => void {
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      turns.taken = false;
      this.nextTurn(turns);
    };
  }

  private upload(tab: Tab, { message, path }: Extract<OutboxEffect, { type: 'upload' }>) {
    const fate = this.fates.shift() ?? PROMPT;
    const { id } = message;
    this.uploading.add(tab);
    this.uploadsAtOnce = Math.max(this.uploadsAtOnce, this.uploading.size);
    const end = (event: OutboxEvent) => {
      this.uploading.delete(tab);
      this.dispatch(tab, event);
    };
    if (fate.lands && !this.objects.has(path)) {
      this.later(fate.landsAfter, () => {
        this.uploads.set(path, (this.uploads.get(path) ?? 0) + 1);
        if (!message.text.startsWith(REFUSED)) this.objects.add(path);
      });
    }
    const saysVerdict = fate.lands && fate.answer === 'verdict';
    this.later(fate.answersAfter + (saysVerdict ? fate.landsAfter : 0), () => {
      if (saysVerdict) {
        const isStored = this.objects.has(path);
        end(isStored ? { type: 'uploaded', id, path } : { type: 'uploadRefused', id, error: 'not-allowed' });
        return;
      }
      const error: DataErrorCode = fate.answer === 'verdict' ? 'offline' : fate.answer;
      if (error !== 'offline') this.brokenAnswers.set(id, (this.brokenAnswers.get(id) ?? 0) + 1);
      end({ type: 'uploadRefused', id, error });
    });
  }

  private commit({
    id,
    chatId,
    text,
    pictures,
  }: Pick<OutboxItem, 'id' | 'chatId' | 'text' | 'pictures'>): boolean {
    const isThere = this.stored.some((message) => message.id === id);
    if (isThere || text.startsWith(REFUSED) || this.now - this.lastAt < sendIntervalMs) {
      this.refusals += 1;
      return false;
    }
    if (pictures.some(({ path }) => !this.objects.has(path))) this.incomplete.push(id);
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

function newPicture(path: string): OutgoingPicture {
  return { path, width: 4, height: 3, alt: '', size: 10, state: 'new' };
}
