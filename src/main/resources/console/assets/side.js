// The customer panel: who it is, where they came from, tags, notes, history, block.
import { $, ask, call, doing, get, h, known, may, onSubmit, post, safeUrl, t, time, toast } from './core.js';

const PARTS = ['nickname', 'cellphone', 'address'];
const NOTE = 2000;
let asked = 0;

const pair = (name, value) => value !== undefined && value !== null && value !== false && value !== '' && [h('dt', {}, t('customer.' + name)), h('dd', {}, value)];
const yes = (value) => (value ? t('yes') : t('no'));
const where = ({ roadAddr, detAddr, zipNo } = {}) => [zipNo, roadAddr, detAddr].filter(Boolean).join(' ');

function about(customer, inflow = {}) {
  const referer = safeUrl(inflow.referer) ? h('a', { href: inflow.referer, target: '_blank', rel: 'noopener noreferrer' }, inflow.referer) : inflow.referer;
  return h('dl', {}, pair('nickname', customer.nickname ?? t('customer.unknown')), pair('friend', yes(customer.friend)), pair('under14', customer.under14 && t('customer.under14.yes')),
    pair('cellphone', customer.cellphone), pair('address', customer.address && where(customer.address)), pair('blocked', customer.blocked && t('yes')),
    pair('inflow', inflow.type && (known('inflow.' + inflow.type) ? t('inflow.' + inflow.type) : inflow.type)), pair('referer', referer), pair('from', inflow.from), pair('product', inflow.product), pair('id', customer.user));
}

function request(one) {
  const ask = (part) => h('button', { type: 'button', onclick: (event) => doing(event.target, async () => {
    await post(`/consultations/${one.id}/profile-request`, { field: part });
    toast(t('customer.asked'));
  }) }, t('customer.ask.' + part));
  return one.status !== 'CLOSED' && h('details', {}, h('summary', {}, t('customer.ask')), h('p', { class: 'hint' }, t('customer.ask.hint')), h('div', { class: 'row' }, PARTS.map(ask)));
}

function tags(one) {
  const form = h('form', { id: 'tags-form' }, h('div', { class: 'row' }, h('input', { name: 'tags', 'aria-label': t('tags.label'), value: one.tags.join(', ') }), h('button', { type: 'submit' }, t('save'))));
  onSubmit(form, async (values) => {
    await call('PUT', `/consultations/${one.id}/tags`, { tags: [...new Set(values.tags.split(',').map((tag) => tag.trim()).filter(Boolean))] });
    toast(t('saved'));
  });
  return h('details', { open: true }, h('summary', {}, t('tags.title')), h('p', { class: 'hint' }, t('tags.hint')), form);
}

function notes(one, items) {
  const form = h('form', { id: 'note-form' }, h('textarea', { name: 'text', rows: 2, maxlength: NOTE, 'aria-label': t('notes.label') }), h('button', { type: 'submit' }, t('notes.add')));
  onSubmit(form, async (values) => {
    await post(`/consultations/${one.id}/notes`, { text: values.text });
    form.reset();
    await showSide(one);
  });
  return h('details', { open: true }, h('summary', {}, t('notes.title')), items.map((note) => h('p', { class: 'notice warn' }, note.text, h('br'), h('span', { class: 'small soft' }, note.author?.name ?? note.authorName ?? '', ' ', time(note.createdAt)))), may('agent') && form);
}

function history(items) {
  return h('details', {}, h('summary', {}, t('history.title')), h('ul', {}, items.map((step) => h('li', { class: 'small' },
    time(step.createdAt), ' ', known('history.' + step.action) ? t('history.' + step.action) : step.action, step.actor ? ` · ${step.actor.name}` : ''))));
}

function block(one) {
  const { id, blocked } = one.customer;
  if (blocked) {
    return h('button', { type: 'button', onclick: (event) => doing(event.target, () => post(`/customers/${id}/unblock`).then(() => refresh(one))) }, t('customer.unblock'));
  }
  return h('button', { type: 'button', class: 'danger', onclick: () => ask(t('customer.block'), [h('p', {}, t('customer.block.what'))], t('customer.block'),
    () => post(`/customers/${id}/block`).then(() => refresh(one)), true) }, t('customer.block'));
}

async function refresh(one) {
  await showSide(await get('/consultations/' + one.id));
}

/** Reads and shows it all; what is being typed there is not thrown away. */
export async function showSide(one) {
  const mine = ++asked;
  const [customer, noted, happened] = await Promise.all([get('/customers/' + one.customer.id), get(`/consultations/${one.id}/notes?limit=200`), get(`/consultations/${one.id}/history?limit=200`)]);
  const pane = $('#side-pane');
  const busy = pane.contains(document.activeElement) && ['INPUT', 'TEXTAREA'].includes(document.activeElement.tagName) && document.activeElement.value;
  if (mine !== asked || (busy && pane.dataset.of === one.id)) return;
  pane.dataset.of = one.id;
  pane.replaceChildren(h('h2', {}, t('customer.title')), about(customer, one.inflow), ...[may('agent') && request(one), may('agent') && tags(one), notes(one, noted.items), history(happened.items), may('agent') && block(one)].filter(Boolean));
}
