// 실시간 현황: what waits, who works, what comes in, how the links are.
import { $, all, calmly, doing, get, h, lang, span, t, time } from './core.js';
import { bars } from './chart.js';
import { listen } from './live.js';
import { healthTone, statusBadge } from './linkstate.js';

const CLOCK = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit' });
const STEP_MILLIS = 10000;

const tile = (name, value) => h('div', { class: 'tile' }, t('overview.' + name), h('b', { 'data-tile': name }, value));

function chart(minutes) {
  const most = Math.max(1, ...minutes.map((minute) => minute.events));
  const sum = minutes.reduce((all, minute) => all + minute.events, 0);
  return bars(minutes.map((minute) => ({ label: CLOCK.format(new Date(minute.at)), value: minute.events })), t('overview.chart', sum, most));
}

const table = (columns, rows) => h('div', { class: 'scroll' }, h('table', {}, h('thead', {}, h('tr', {}, columns.map((name) => h('th', { scope: 'col' }, t(name))))), h('tbody', {}, rows)));

async function show() {
  const [now, { items: agents }, links] = await Promise.all([get('/overview'), get('/agents'), all('/links')]);
  const wait = now.waitingSince ? (Date.now() - new Date(now.waitingSince)) / 1000 : 0;
  $('#tiles').replaceChildren(tile('waiting', now.counts.WAITING), tile('longest', now.waitingSince ? span(wait) : '—'), tile('inProgress', now.counts.IN_PROGRESS),
    tile('onHold', now.counts.ON_HOLD), tile('closed', now.counts.CLOSED));
  $('#agents').replaceChildren(table(['overview.agent', 'overview.inProgress'], agents.filter((agent) => agent.role !== 'observer').map((agent) =>
    h('tr', {}, h('td', {}, agent.name), h('td', {}, agent.inProgress)))));
  const healths = await Promise.all(links.map((link) => (link.status === 'APPROVED' ? get(`/links/${link.id}/health`).catch(() => null) : null)));
  $('#links').replaceChildren(table(['links.name', 'links.status', 'links.health', 'links.last'], links.map((link, index) =>
    h('tr', {}, h('td', {}, h('a', { href: '/console/links/' + link.id }, link.name ?? link.accountId)), h('td', {}, statusBadge(link.status)),
      h('td', {}, healths[index] ? h('span', { class: 'badge ' + healthTone(healths[index].state) }, t('health.' + healths[index].state)) : '—'),
      h('td', {}, healths[index]?.lastEventAt ? time(healths[index].lastEventAt) : '—')))));
}
async function minutes() {
  $('#minutes').replaceChildren(chart((await get('/overview/events')).items));
}

const again = calmly(() => doing(null, show), 1000);
listen(again, again);
doing(null, minutes);
setInterval(() => !document.hidden && (again(), doing(null, minutes)), STEP_MILLIS);
