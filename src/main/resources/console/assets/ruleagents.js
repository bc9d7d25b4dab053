// 상담사별 상담 한도: who is there, how much they have, and how much they may have.
import { $, call, get, h, onSubmit, t, toast } from './core.js';

const TONES = { ONLINE: 'good', AWAY: 'warn' };

function capacity(agent) {
  const form = h('form', { id: 'capacity-' + agent.memberId, class: 'row' },
    h('input', { name: 'capacity', class: 'short', inputmode: 'numeric', value: agent.capacity, placeholder: t('rules.capacity.link'), 'aria-label': `${agent.name} ${t('rules.capacity')}` }),
    h('button', { type: 'submit' }, t('save'), h('span', { class: 'visually-hidden' }, ': ' + agent.name)));
  onSubmit(form, async (values) => {
    const text = values.capacity.trim();
    await call('PUT', '/presence/' + agent.memberId, { capacity: text === '' ? null : /^\d+$/.test(text) ? Number(text) : text });
    toast(t('saved'));
  });
  return form;
}

/** Reads and shows the brand's agents. */
export async function showAgents() {
  const { items } = await get('/presence');
  const head = ['name', 'state', 'open', 'capacity'].map((key) => h('th', { scope: 'col' }, t('agents.' + key)));
  const rows = items.map((agent) => h('tr', { 'data-id': agent.memberId }, h('td', {}, agent.name), h('td', {}, h('span', { class: 'badge ' + (TONES[agent.state] ?? '') }, t('agents.' + agent.state))),
    h('td', {}, agent.open), h('td', {}, capacity(agent))));
  $('#agents').replaceChildren(h('div', { class: 'scroll' }, h('table', {}, h('thead', {}, h('tr', {}, head)), h('tbody', {}, rows))));
}
