// 연동 승인: what operators decide, with the evidence for it.
import { $, all, ask, calmly, doing, field, get, h, post, t, time } from './core.js';
import { listen } from './live.js';
import { checkLines } from './linkstate.js';

const REASON = 500;

async function request(link, brands) {
  const health = await get(`/links/${link.id}/health`).catch(() => null);
  const passed = health?.checks?.filter((check) => check.passed).length;
  const decide = (button, work) => doing(button, work).then(show);
  return h('article', { class: 'card', 'data-id': link.id, 'aria-label': link.accountId },
    h('div', { class: 'row spread' }, h('h2', {}, brands.get(link.brandId) ?? link.brandId), h('span', { class: 'soft' }, t('approvals.requested'), ' ', time(link.requestedAt))),
    h('p', {}, t('links.account'), ': ', h('strong', {}, link.accountId), link.name ? ` (${link.name})` : '', ' · ',
      h('a', { href: link.chatUrl, target: '_blank', rel: 'noopener noreferrer' }, link.chatUrl)),
    health?.checks && h('h3', {}, t('approvals.evidence', passed, health.checks.length)),
    health?.checks ? h('ul', { class: 'checks' }, checkLines(health.checks)) : h('p', { class: 'soft' }, t('approvals.none.evidence')),
    h('div', { class: 'row' },
      h('button', { class: 'primary', type: 'button', onclick: (event) => decide(event.target, () => post(`/links/${link.id}/approve`)) }, t('approvals.approve')),
      h('button', { class: 'danger', type: 'button', onclick: () =>
        ask(t('approvals.reject'), [field('reason', t('approvals.reason'), { hint: t('approvals.reason.hint'), rows: 3, maxlength: REASON })], t('approvals.reject'),
          async (values) => {
            await post(`/links/${link.id}/reject`, values);
            await show();
          }, true) }, t('approvals.reject'))));
}

async function show() {
  const [links, brands] = await Promise.all([all('/links'), all('/brands')]);
  const names = new Map(brands.map((brand) => [brand.id, brand.name]));
  const waiting = links.filter((link) => link.status === 'PENDING').sort((a, b) => a.requestedAt.localeCompare(b.requestedAt));
  const cards = await Promise.all(waiting.map((link) => request(link, names)));
  if (document.querySelector('dialog')) return;
  $('#queue').replaceChildren(...(cards.length ? cards : [h('p', { class: 'card' }, t('approvals.none'))]));
}

const again = calmly(() => doing(null, show), 500);
listen((kind) => kind.startsWith('link.') && again(), again);
