// The open consultation: its messages, what can be done with it, and its customer.
import { $, calmly, doing, get, h, inTurn, may, post, t, toast } from './core.js';
import { showActions } from './actions.js';
import { showComposer } from './composer.js';
import { messageLine } from './messages.js';
import { showSide } from './side.js';

const LIMIT = 50;
const pane = $('#talk-pane');
const lines = $('#messages');
let shown = new Map();
let older = null;
let opened = 0;

/** What is open at the moment; the lists tell it what has changed. */
export const talk = {
  id: null,
  customerId: null,
  consultation: null,
  show,
  catchUp: calmly(() => doing(null, () => newest()), 60),
  notesChanged: calmly(() => talk.id && showSide(talk.consultation), 300),
  async anew() {
    if (talk.id) await openTalk(talk.id);
  },
};

const path = () => `/customers/${talk.customerId}/messages?order=desc&limit=${LIMIT}`;
const isAtEnd = () => pane.scrollTop + pane.clientHeight > pane.scrollHeight - 80;

/** Whoever reads the newest goes on to do so, also once a picture has come or the composer has grown. */
let atEnd = true;
const toEnd = () => (pane.scrollTop = pane.scrollHeight);
pane.addEventListener('scroll', () => (atEnd = isAtEnd()));
const growth = new ResizeObserver(() => atEnd && toEnd());
growth.observe(lines);
growth.observe(pane);
const order = (a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id);

/** Opens a consultation and reads it, as its customer's whole timeline. */
export async function openTalk(id) {
  const mine = ++opened;
  const one = await get('/consultations/' + id);
  if (mine !== opened) return;
  const changes = talk.id !== id;
  talk.id = id;
  talk.customerId = one.customer.id;
  if (changes) {
    shown = new Map();
    lines.replaceChildren();
  }
  show(one);
  const page = await get(path());
  if (mine !== opened) return;
  take(page.items);
  older = page.nextCursor ?? null;
  atEnd = true;
  toEnd();
  showSide(one);
  read(one);
}

/** What agents are to know of the customer. */
export const gradeBadge = (grade) => h('span', { class: grade === 'VIP' ? 'badge good' : 'badge bad' }, t('grade.' + grade));

/** Shows how the consultation stands. */
function show(one) {
  talk.consultation = one;
  $('#talk-none').hidden = true;
  $('#talk-head').hidden = false;
  $('#talk-title').textContent = one.customer.nickname ?? t('customer.user', one.customer.user.slice(0, 6));
  $('#talk-state').replaceChildren(
    one.customer.grade ? gradeBadge(one.customer.grade) : '', ' ', h('span', { class: 'badge' }, t('state.' + one.status)), ' ',
    one.assignee ? h('span', { class: 'small soft' }, t('talk.assignee', one.assignee.name)) : h('span', { class: 'small soft' }, t('talk.noAssignee')));
  showActions(one, (changed) => {
    show(changed);
    showSide(changed);
  });
  showComposer(one, newest);
  if (!document.hidden) read(one);
}

/** An agent who looks at it has read it; observers only look. */
function read(one) {
  if (one.unreadCount > 0 && may('agent')) post(`/consultations/${one.id}/read`).catch(() => {});
}
document.addEventListener('visibilitychange', () => !document.hidden && talk.consultation && talk.catchUp());

/** The newest messages, page by page until one is met that is shown already. */
const newest = inTurn(async () => {
  const customer = talk.customerId;
  for (let cursor = ''; cursor !== null; ) {
    const page = await get(path() + (cursor && '&cursor=' + encodeURIComponent(cursor)));
    if (customer !== talk.customerId) return;
    const joins = !shown.size || page.items.some((message) => shown.has(message.id));
    take(page.items);
    cursor = joins ? null : (page.nextCursor ?? null);
  }
});

/** Puts messages at their places; those that have changed are drawn anew. */
function take(messages) {
  for (const message of messages) {
    const text = JSON.stringify(message);
    const before = shown.get(message.id);
    if (before?.text === text) continue;
    const line = messageLine(message, retryOrCancel);
    if (before) before.line.replaceWith(line);
    else place(message, line);
    shown.set(message.id, { message, text, line });
  }
  if (atEnd) toEnd();
}

function place(message, line) {
  for (let after = lines.lastElementChild; after; after = after.previousElementSibling) {
    if (order(shown.get(after.dataset.id).message, message) < 0) return after.after(line);
  }
  return lines.prepend(line);
}

/** What can be done about one of our messages. */
function retryOrCancel(message, action, button) {
  doing(button, async () => {
    const changed = await post(`/consultations/${message.consultationId}/messages/${message.id}/${action}`);
    take([changed]);
    toast(t('delivery.' + action + '.done'));
  });
}

pane.addEventListener('scroll', () => {
  if (!older || pane.scrollTop > 150) return;
  const cursor = older;
  older = null;
  doing(null, async () => {
    const customer = talk.customerId;
    const page = await get(path() + '&cursor=' + encodeURIComponent(cursor));
    if (customer !== talk.customerId) return;
    const height = pane.scrollHeight;
    const top = pane.scrollTop;
    take(page.items);
    pane.scrollTop = top + pane.scrollHeight - height;
    older = page.nextCursor ?? null;
  });
});

const side = $('#open-side');
side.addEventListener('click', () => {
  const isOpen = $('#desk').classList.toggle('side-open');
  side.setAttribute('aria-expanded', String(isOpen));
});
