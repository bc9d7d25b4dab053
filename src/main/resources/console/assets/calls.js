// 전달 내역: what one subscription was told in the last seven days, newest first, and telling it once more.
import { doing, get, h, known, onSubmit, post, t, time, toast } from './core.js';

const LOOK_MILLIS = 3000;
const LIMIT = 20;
const STATES = ['QUEUED', 'DELIVERED', 'FAILED'];
const TONES = { DELIVERED: 'good', RETRY: 'warn', FAILED: 'bad' };
const COLUMNS = ['time', 'type', 'state', 'attempts', 'answer', 'next', 'id'];

export const eventName = (type) => (known('told.' + type) ? t('told.' + type) : type);

/** How far the telling of an event is. */
export function callBadge({ status, attempts }) {
  const state = status === 'QUEUED' && attempts > 0 ? 'RETRY' : status;
  return h('span', { class: 'badge ' + (TONES[state] ?? '') }, t('calls.' + state));
}

const row = (one) => h('tr', { 'data-id': one.id }, h('td', {}, time(one.createdAt)), h('td', {}, eventName(one.type)), h('td', {}, callBadge(one)), h('td', { class: 'number' }, one.attempts),
  h('td', {}, one.answer ?? '—'), h('td', {}, one.nextTryAt ? time(one.nextTryAt) : '—'), h('td', {}, h('code', {}, one.id)));

/** Telling all since a time once more; calls done when it is under way. */
function replay({ id }, done) {
  const hint = `from-${id}-hint`;
  const form = h('form', { id: 'replay-' + id }, h('div', { class: 'field' }, h('label', { for: 'from-' + id }, t('calls.from')), h('p', { class: 'hint', id: hint }, t('calls.from.hint')),
    h('input', { id: 'from-' + id, name: 'from', type: 'datetime-local', 'data-hint': hint, 'aria-describedby': hint })), h('button', { type: 'submit' }, t('calls.replay')));
  onSubmit(form, async ({ from }) => {
    const { events } = await post(`/subscriptions/${id}/replay`, { from: from ? new Date(from).toISOString() : null });
    toast(t('calls.replayed', events));
    await done();
  });
  return form;
}

/** The log of a subscription; looks for what is new while nothing older was asked for. */
export function callLog(subscription) {
  const title = `${t('subscriptions.calls')}: ${subscription.url}`;
  const filter = h('select', { 'aria-label': t('calls.state'), onchange: () => again() }, ['', ...STATES].map((state) => h('option', { value: state }, t('calls.' + (state || 'all')))));
  const rows = h('tbody');
  const table = h('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': title }, h('table', {}, h('thead', {}, h('tr', {}, COLUMNS.map((column) => h('th', { scope: 'col' }, t('calls.' + column))))), rows));
  const none = h('p', { class: 'soft', hidden: true }, t('calls.none'));
  const more = h('button', { type: 'button', hidden: true, onclick: () => doing(more, () => load(cursor)) }, t('more'));
  let cursor = '';
  let asked = 0;
  let shown = '';

  async function load(after = '') {
    const mine = ++asked;
    const { items, nextCursor } = await get(`/subscriptions/${subscription.id}/calls?limit=${LIMIT}${filter.value && '&status=' + filter.value}${after && '&cursor=' + encodeURIComponent(after)}`);
    // Something else has been asked for meanwhile.
    if (mine !== asked) return;
    const text = JSON.stringify(items);
    if (!after && text === shown) return;
    shown = after ? '' : text;
    if (!after) rows.replaceChildren();
    rows.append(...items.map(row));
    cursor = nextCursor ?? '';
    more.hidden = !cursor;
    none.hidden = rows.children.length > 0;
    table.hidden = !none.hidden;
  }
  const again = () => doing(null, () => load());

  const log = h('section', { class: 'calls', 'aria-label': title },
    h('div', { class: 'row' }, filter, h('button', { type: 'button', onclick: (click) => doing(click.target, () => load()) }, t('calls.refresh'))),
    table, none, more, replay(subscription, again));
  const timer = setInterval(() => {
    if (!log.isConnected) clearInterval(timer);
    else if (!document.hidden && !more.disabled && rows.children.length <= LIMIT) load().catch(() => {});
  }, LOOK_MILLIS);
  again();
  return log;
}
