// 이벤트 구독: other systems that are told what happens, the secret of a new one, what each was told.
import { $, all, ask, call, copy, doing, field, get, h, post, t, time, toast } from './core.js';
import { callBadge, callLog, eventName } from './calls.js';

const TYPES = ['consultation.created', 'consultation.updated', 'message.created', 'message.updated', 'link.created', 'link.updated', 'link.health', 'link.daily-summary'];
const list = $('#subscriptions');

function fields(now) {
  const box = (type) => h('p', {}, h('label', { class: 'row' }, h('input', { type: 'checkbox', name: 'types.' + type, checked: now?.types.includes(type) }), h('span', {}, eventName(type), ' ', h('code', {}, type))));
  return [field('url', t('subscriptions.url'), { hint: t('subscriptions.url.hint'), type: 'url', maxlength: 2000, autocomplete: 'off', value: now?.url }),
    h('fieldset', { name: 'types', tabindex: -1 }, h('legend', {}, t('subscriptions.types')), TYPES.map(box))];
}
const values = (given) => ({ url: given.url.trim(), types: TYPES.filter((type) => 'types.' + type in given) });

/** A dialog; if what it was opened from is gone with it, the focus goes to where one begins. */
function inDialog(...given) {
  ask(...given).addEventListener('close', () => document.activeElement === document.body && $('#add').focus());
}

function showSecret({ url, secret }) {
  $('#created-url').textContent = url;
  $('#secret').value = secret;
  $('#created').hidden = false;
}

function add() {
  let isAdded = false;
  const dialog = ask(t('subscriptions.add'), fields(), t('subscriptions.add'), async (given) => {
    showSecret(await post('/subscriptions', values(given)));
    isAdded = true;
    await doing(null, show);
  });
  dialog.addEventListener('close', () => isAdded && $('#secret').focus());
}

const change = (one) => inDialog(t('subscriptions.change'), fields(one), t('save'), async (given) => {
  await call('PUT', '/subscriptions/' + one.id, values(given));
  toast(t('saved'));
  await doing(null, show);
});
const remove = (one) => inDialog(t('subscriptions.remove'), [h('p', {}, t('subscriptions.remove.what', one.url))], t('remove'), async () => {
  await call('DELETE', '/subscriptions/' + one.id);
  toast(t('subscriptions.removed'));
  await doing(null, show);
}, true);

/** What the newest of its calls came to. */
async function newest(one) {
  const { items: [last] } = await get(`/subscriptions/${one.id}/calls?limit=1`);
  return last ? [callBadge(last), ' ', t('subscriptions.last'), ' ', eventName(last.type), ', ', time(last.createdAt), last.answer && ` (${last.answer})`] : [t('subscriptions.untold')];
}

function card(one) {
  const button = (given, words) => h('button', { type: 'button', ...given }, t(words), h('span', { class: 'visually-hidden' }, ': ' + one.url));
  const calls = button({ 'aria-expanded': 'false', onclick: () => {
    const open = $('.calls', item);
    open ? open.remove() : item.append(callLog(one));
    calls.setAttribute('aria-expanded', String(!open));
  } }, 'subscriptions.calls');
  const state = h('p', { class: 'small' }, '…');
  const item = h('article', { class: 'card', 'data-id': one.id }, h('h2', {}, one.url),
    h('div', { class: 'chips' }, one.types.map((type) => h('span', { class: 'chip' }, eventName(type)))),
    state, h('p', { class: 'small soft' }, t('subscriptions.since'), ' ', time(one.createdAt)),
    h('div', { class: 'row' }, calls, button({ onclick: () => change(one) }, 'subscriptions.change'), button({ class: 'danger', onclick: () => remove(one) }, 'remove')));
  doing(null, async () => state.replaceChildren(...(await newest(one)).filter(Boolean)));
  return item;
}

async function show() {
  const subscriptions = await all('/subscriptions');
  list.replaceChildren(...(subscriptions.length ? subscriptions.map(card) : [h('p', { class: 'card' }, t('subscriptions.none'))]));
}

$('#add').addEventListener('click', add);
$('#copy').addEventListener('click', () => copy($('#secret')));
$('#noted').addEventListener('click', () => {
  $('#created').hidden = true;
  $('#secret').value = '';
  $('#add').focus();
});
doing(null, show);
