// What an agent does with a consultation as a whole (contract §1).
import { $, ask, doing, field, get, h, may, me, post, t } from './core.js';

const OPEN = ['OPENED', 'WAITING', 'IN_PROGRESS', 'ON_HOLD'];
const CATEGORY = 50;
const NOTE = 2000;

/** The moves that are possible from the present state. */
function moves(one) {
  const open = OPEN.includes(one.status);
  const mine = one.assignee?.id === me.id;
  return [
    open && !mine && ['assign', () => post(`/consultations/${one.id}/assign`)],
    open && mine && ['unassign', () => post(`/consultations/${one.id}/unassign`)],
    open && ['transfer', transfer],
    ['WAITING', 'IN_PROGRESS'].includes(one.status) && ['hold', hold],
    one.status === 'ON_HOLD' && ['resume', () => post(`/consultations/${one.id}/resume`)],
    one.thread === 'PARTNER_CENTER' && open && ['takeThread', () => post(`/consultations/${one.id}/handover`, { to: 'TALKGATE' })],
    open && ['close', close],
    one.status === 'CLOSED' && ['reopen', () => post(`/consultations/${one.id}/reopen`)],
  ].filter(Boolean);
}

async function transfer(one) {
  const agents = (await get('/agents')).items.filter((agent) => agent.id !== one.assignee?.id && agent.role !== 'observer');
  const options = agents.map((agent) => h('option', { value: agent.id }, `${agent.name} (${t('agents.load', agent.inProgress)})`));
  return dialog(t('action.transfer'), [
    h('div', { class: 'field' }, h('label', { for: 'f-assigneeId' }, t('transfer.to')), h('select', { id: 'f-assigneeId', name: 'assigneeId' }, options)),
    field('note', t('transfer.note'), { rows: 2, maxlength: NOTE })], 'transfer', one);
}

const hold = (one) => dialog(t('action.hold'), [field('until', t('hold.until'), { type: 'datetime-local', hint: t('hold.hint') })], 'hold', one,
  (values) => ({ until: values.until && new Date(values.until).toISOString() }));

/** The ways to the kinds that have none of their own, as the API writes them. */
const paths = (categories, before = '') =>
  categories.flatMap(({ name, children }) => (children?.length ? paths(children, `${before}${name}/`) : [before + name]));

/** A brand's kinds are chosen; where it has none, agents write what they like. */
function categoryField({ required, categories }, now) {
  const label = t(required ? 'close.category.required' : 'close.category');
  if (!categories.length) return field('category', label, { maxlength: CATEGORY, value: now });
  const options = paths(categories).map((path) => h('option', { value: path, selected: path === now }, path.replaceAll('/', ' > ')));
  return h('div', { class: 'field' }, h('label', { for: 'f-category' }, label),
    h('select', { id: 'f-category', name: 'category' }, h('option', { value: '' }, t('close.choose')), options));
}

async function close(one) {
  const kinds = await get('/categories');
  return dialog(t('action.close'), [h('p', { class: 'notice' }, t('close.partnerCenter')), categoryField(kinds, one.category),
    field('note', t('close.note'), { rows: 3, maxlength: NOTE })], 'close', one);
}

/** Answers with the changed consultation, or never where the dialog is left. */
const dialog = (title, fields, path, one, body = (values) => values) =>
  new Promise((resolve) =>
    ask(title, fields, title, async (values) => {
      const given = Object.fromEntries(Object.entries(body(values)).filter(([, value]) => value));
      resolve(await post(`/consultations/${one.id}/${path}`, given));
    }));

/** Shows the buttons; done(changed) after each. */
export function showActions(one, done) {
  if (!may('agent')) return;
  const box = $('#actions');
  const focused = document.activeElement?.dataset?.action;
  box.replaceChildren(...moves(one).map(([name, work]) =>
    h('button', { type: 'button', 'data-action': name, class: name === 'close' ? 'danger' : name === 'assign' ? 'primary' : '', onclick: (event) =>
      doing(event.target, async () => done(await work(one))) }, t('action.' + name))));
  if (focused && box.isConnected) $(`[data-action="${focused}"]`, box)?.focus();
}
