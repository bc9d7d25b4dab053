// The customer panel: who it is, where they came from, tags, notes, history, block.
import { $, ask, call, doing, get, h, known, may, me, onSubmit, post, safeUrl, t, time, toast } from './core.js';

const PARTS = ['nickname', 'cellphone', 'address'];
const NOTE = 2000;
const GRADES = ['VIP', 'BLACKLIST'];
const BEST = 5;
let asked = 0;
/** Called with a consultation's id when something about it has changed here. */
export const told = { changed: () => {} };
const changed = (id) => told.changed(id);

const pair = (name, value) => value !== undefined && value !== null && value !== false && value !== '' && [h('dt', {}, t('customer.' + name)), h('dd', {}, value)];
const yes = (value) => (value ? t('yes') : t('no'));
const where = ({ roadAddr, detAddr, zipNo } = {}) => [zipNo, roadAddr, detAddr].filter(Boolean).join(' ');

function about(customer, inflow = {}) {
  const referer = safeUrl(inflow.referer) ? h('a', { href: inflow.referer, target: '_blank', rel: 'noopener noreferrer' }, inflow.referer) : inflow.referer;
  return h('dl', {}, pair('nickname', customer.nickname ?? t('customer.unknown')), pair('friend', yes(customer.friend)), pair('under14', customer.under14 && t('customer.under14.yes')),
    pair('cellphone', customer.cellphone), pair('address', customer.address && where(customer.address)), pair('blocked', customer.blocked && t('yes')),
    pair('inflow', inflow.type && (known('inflow.' + inflow.type) ? t('inflow.' + inflow.type) : inflow.type)), pair('referer', referer), pair('from', inflow.from), pair('product', inflow.product), pair('id', customer.user));
}

/** VIP or 블랙리스트: for colleagues to know. */
function grade(one, customer) {
  const select = h('select', { id: 'grade', disabled: !may('agent') }, ['', ...GRADES].map((value) => h('option', { value, selected: value === (customer.grade ?? '') }, t('grade.' + (value || 'none')))));
  select.addEventListener('change', () => doing(select, async () => {
    await call('PUT', `/customers/${customer.id}/grade`, { grade: select.value || null });
    toast(t('saved'));
    await changed(one.id);
  }));
  return h('div', { class: 'field' }, h('label', { for: 'grade' }, t('customer.grade')), select);
}

/** How the consultation went, once it is over. */
function outcome(one) {
  const { category, closeReason, rating } = one;
  return (category || closeReason || rating) && h('dl', {}, pair('category', category?.replaceAll('/', ' > ')), pair('closed', closeReason && t('closed.' + closeReason)),
    pair('rating', rating && '★'.repeat(rating.score) + '☆'.repeat(BEST - rating.score) + ` (${rating.score}/${BEST})`), pair('comment', rating?.comment));
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

/** Colleagues whom a note is meant for: chosen from a list, shown as chips that can be taken away. */
function mentions(agents) {
  const chosen = h('span', { class: 'chips' });
  const others = agents.filter((agent) => agent.id !== me.id);
  const select = h('select', { 'aria-label': t('notes.mention') }, h('option', { value: '' }, t('notes.mention')), others.map((agent) => h('option', { value: agent.id }, agent.name)));
  select.addEventListener('change', () => {
    const agent = others.find((one) => one.id === select.value);
    select.value = '';
    if (!agent || chosen.querySelector(`[data-member="${agent.id}"]`)) return;
    chosen.append(h('button', { type: 'button', class: 'chip', 'data-member': agent.id, title: t('remove'), onclick: (event) => event.target.remove() }, '@' + agent.name));
  });
  return { ids: () => [...chosen.children].map((chip) => chip.dataset.member), box: others.length > 0 && h('div', { class: 'row' }, select, chosen), clear: () => chosen.replaceChildren() };
}

function note({ text, author, authorName, createdAt, mentions: ids }, agents) {
  const names = (ids ?? []).map((id) => agents.find((agent) => agent.id === id)?.name).filter(Boolean);
  return h('div', { class: 'notice warn note' }, h('span', { class: 'words' }, text), names.length > 0 && h('div', {}, names.map((name) => h('span', { class: 'badge' }, '@' + name))),
    h('div', { class: 'small soft' }, author?.name ?? authorName ?? '', ' ', time(createdAt)));
}

function notes(one, items, agents) {
  const meant = mentions(agents);
  const form = h('form', { id: 'note-form' }, h('textarea', { name: 'text', rows: 2, maxlength: NOTE, 'aria-label': t('notes.label') }), meant.box, h('button', { type: 'submit' }, t('notes.add')));
  onSubmit(form, async (values) => {
    await post(`/consultations/${one.id}/notes`, { text: values.text, mentions: meant.ids() });
    form.reset();
    meant.clear();
    await showSide(one);
  });
  return h('details', { open: true }, h('summary', {}, t('notes.title')), items.map((each) => note(each, agents)), may('agent') && form);
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
  const [customer, noted, happened, agents] = await Promise.all([get('/customers/' + one.customer.id), get(`/consultations/${one.id}/notes?limit=200`),
    get(`/consultations/${one.id}/history?limit=200`), get('/agents')]);
  const pane = $('#side-pane');
  const busy = pane.contains(document.activeElement) && ['INPUT', 'TEXTAREA'].includes(document.activeElement.tagName) && document.activeElement.value;
  if (mine !== asked || (busy && pane.dataset.of === one.id)) return;
  pane.dataset.of = one.id;
  pane.replaceChildren(h('h2', {}, t('customer.title')), about(customer, one.inflow), ...[grade(one, customer), outcome(one), may('agent') && request(one), may('agent') && tags(one), notes(one, noted.items, agents.items), history(happened.items), may('agent') && block(one)].filter(Boolean));
}
