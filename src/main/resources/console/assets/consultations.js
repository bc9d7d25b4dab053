// 상담: the lists, the open consultation, and what is told live.
import { $, $$, all, calmly, doing, get, h, inTurn, known, me, post, t, time } from './core.js';
import { listen } from './live.js';
import { announce, showWaiting } from './notify.js';
import { openMentions } from './mentions.js';
import { gradeBadge, openTalk, talk } from './talk.js';
import { told } from './side.js';

const LIMIT = 30;
const FEW = 5;
const filters = $('#filters');
const list = $('#list');
let status = new URLSearchParams(location.search).get('status') ?? 'WAITING';
let items = new Map();
let cursor = null;
let asked = 0;
let changed = new Set();

const nameOf = (customer) => customer.nickname ?? t('customer.user', customer.user.slice(0, 6));

/** What the newest message says, in one line. */
export function preview(message) {
  if (!message) return '';
  const { content } = message;
  const own = message.direction === 'OUTBOUND' && message.author.type !== 'SYSTEM' ? t('list.us') + ' ' : '';
  if (content.type === 'SYSTEM') return known('event.' + content.event) ? t('event.' + content.event) : (content.text ?? '');
  return own + (content.text || content.marketingText || content.fileName || t('content.' + content.type));
}

function query(more) {
  const given = new URLSearchParams({ limit: LIMIT, status });
  for (const [name, value] of new FormData(filters)) if (value.trim()) given.set(name, value.trim());
  if (more) given.set('cursor', more);
  return '/consultations?' + given;
}

/** Whether a consultation belongs to what is listed; a search only the server can answer. */
function fits(one) {
  const { assignee, linkId, tag } = Object.fromEntries(new FormData(filters));
  return one.status === status && (!linkId || one.linkId === linkId) && (!tag.trim() || one.tags.includes(tag.trim())) &&
    (!assignee || (assignee === 'none' ? !one.assignee : one.assignee?.id === me.id));
}

function entry(one) {
  const current = one.id === talk.id;
  return h('li', { 'data-id': one.id }, h('a', { href: '?id=' + one.id, 'aria-current': current && 'true', onclick: (event) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    open(one.id);
  } },
  h('div', { class: 'row spread' }, h('strong', {}, nameOf(one.customer)), h('span', { class: 'small soft' }, time(one.lastActivityAt))),
  h('div', { class: 'line' }, preview(one.lastMessage)),
  h('div', { class: 'row small' },
    one.unreadCount > 0 && h('span', { class: 'count' }, one.unreadCount, h('span', { class: 'visually-hidden' }, ' ' + t('list.unread'))),
    one.status !== status && h('span', { class: 'badge good' }, t('state.' + one.status)),
    one.customer.grade && gradeBadge(one.customer.grade),
    one.thread === 'PARTNER_CENTER' && h('span', { class: 'badge warn' }, t('thread.PARTNER_CENTER')),
    one.customerLeft && h('span', { class: 'badge' }, t('talk.left')),
    one.possiblyMissing && h('span', { class: 'badge bad' }, t('talk.missing')),
    one.assignee && h('span', { class: 'soft' }, one.assignee.name), one.tags.map((tag) => h('span', { class: 'badge' }, tag)))));
}

function paint() {
  const focused = document.activeElement?.closest('[data-id]')?.dataset.id;
  const sorted = [...items.values()].sort((a, b) => b.lastActivityAt.localeCompare(a.lastActivityAt));
  list.replaceChildren(...sorted.map(entry));
  if (focused) $(`[data-id="${focused}"] a`, list)?.focus();
  $('#list-end').textContent = items.size ? '' : t('list.none');
}

async function load(more = null) {
  const mine = ++asked;
  const page = await get(query(more));
  if (mine !== asked) return;
  if (!more) items = new Map();
  page.items.forEach((one) => items.set(one.id, one));
  cursor = page.nextCursor ?? null;
  paint();
}

async function counts() {
  const { counts: now } = await get('/overview');
  $$('.tabs button').forEach((button) => ($('.n', button).textContent = now[button.dataset.status] ?? ''));
  showWaiting(now.WAITING ?? 0);
}

/** A few are asked for one by one; for many, or in a search, the list is asked for anew. */
const refresh = inTurn(async () => {
  const ids = [...changed];
  changed = new Set();
  if (ids.length > FEW || filters.elements.q.value.trim()) return Promise.all([load(), counts()]);
  const found = await Promise.all(ids.map((id) => get('/consultations/' + id).catch(() => null)));
  for (const one of found.filter(Boolean)) {
    announce(one, items.get(one.id), nameOf(one.customer), preview(one.lastMessage));
    // What is being worked on stays in sight when an answer has moved it to another list.
    fits(one) || (one.id === talk.id && items.has(one.id)) ? items.set(one.id, one) : items.delete(one.id);
    if (one.id === talk.id) talk.show(one);
  }
  paint();
  return counts();
});
const soon = calmly(() => doing(null, refresh), 200);

export async function open(id) {
  history.replaceState(null, '', '?id=' + id + '&status=' + status);
  $('#desk').classList.add('talk-open');
  await doing(null, () => openTalk(id));
  paint();
  $('#talk-title').focus();
}

$$('.tabs button').forEach((button) =>
  button.addEventListener('click', () => {
    status = button.dataset.status;
    $$('.tabs button').forEach((each) => each.setAttribute('aria-pressed', String(each === button)));
    // What is of another state must not be clicked while the new list comes.
    items = new Map();
    list.replaceChildren();
    doing(null, () => load());
  }));
filters.addEventListener('submit', (event) => event.preventDefault());
filters.addEventListener('input', calmly(() => doing(null, () => load()), 350));
$('#list-pane').addEventListener('scroll', (event) => {
  const pane = event.target;
  if (!cursor || pane.scrollTop + pane.clientHeight < pane.scrollHeight - 200) return;
  const more = cursor;
  cursor = null;
  doing(null, () => load(more));
});
if ($('#mentions')) $('#mentions').addEventListener('click', (event) => doing(event.target, () => openMentions(open)));
told.changed = (id) => {
  changed.add(id);
  soon();
};
$('#back').addEventListener('click', () => $('#desk').classList.remove('talk-open'));

$$('.tabs button').forEach((each) => each.setAttribute('aria-pressed', String(each.dataset.status === status)));
doing(null, async () => (await all('/links')).forEach((link) => filters.elements.linkId.append(h('option', { value: link.id }, link.name ?? link.accountId))));
listen(
  (kind, data) => {
    if (kind.startsWith('link.')) return;
    const id = kind.startsWith('message.') ? data.consultationId : data.id;
    if (id) changed.add(id);
    if (data.customerId && data.customerId === talk.customerId && kind.startsWith('message.')) talk.catchUp();
    if (data.id === talk.id) talk.notesChanged();
    soon();
  },
  () => doing(null, () => Promise.all([load(), counts(), talk.anew()])));
const wanted = new URLSearchParams(location.search).get('id');
if (wanted) open(wanted);
