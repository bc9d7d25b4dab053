// 상담 채널 연동 > 네이버톡톡: the brand's links with their states.
import { $, all, calmly, doing, get, h, t, time } from './core.js';
import { listen } from './live.js';
import { healthTone, statusBadge } from './linkstate.js';

async function row(link) {
  const health = link.status === 'APPROVED' ? await get(`/links/${link.id}/health`).catch(() => null) : null;
  return h('tr', {},
    h('td', {}, h('a', { href: `/console/links/${link.id}` }, link.name ?? link.accountId)),
    h('td', {}, link.accountId),
    h('td', {}, statusBadge(link.status)),
    h('td', {}, health ? h('span', { class: 'badge ' + healthTone(health.state) }, t('health.' + health.state)) : '—'),
    h('td', {}, health?.lastEventAt ? time(health.lastEventAt) : '—'));
}

async function show() {
  const links = await all('/links');
  if (!links.length) {
    $('#links').replaceChildren(h('p', { class: 'card' }, t('links.none')));
    return;
  }
  const head = ['name', 'account', 'status', 'health', 'last'].map((key) => h('th', { scope: 'col' }, t('links.' + key)));
  const rows = await Promise.all(links.map(row));
  $('#links').replaceChildren(h('div', { class: 'scroll' }, h('table', {}, h('thead', {}, h('tr', {}, head)), h('tbody', {}, rows))));
}

const again = calmly(() => doing(null, show), 500);
listen((kind) => kind.startsWith('link.') && again(), again);
