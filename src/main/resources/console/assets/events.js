// 처리하지 못한 이벤트: what could not be applied, its masked body, its replay.
import { $, doing, get, h, post, t, time, toast } from './core.js';

let cursor = '';

async function open(event, details) {
  const { raw } = await get('/events/' + event.id);
  details.replaceChildren(h('pre', { tabindex: 0 }, raw ?? t('events.gone')));
}

function row(event) {
  const details = h('div');
  const line = h('article', { class: 'card', 'data-id': event.id },
    h('div', { class: 'row spread' }, h('h2', {}, event.event ?? t('events.unreadable')), time(event.receivedAt)),
    h('p', { class: 'error' }, event.error),
    h('div', { class: 'row' },
      h('button', { type: 'button', onclick: (click) => doing(click.target, () => open(event, details)) }, t('events.raw')),
      h('button', { class: 'primary', type: 'button', onclick: (click) => doing(click.target, async () => {
        await post(`/events/${event.id}/replay`);
        toast(t('events.replayed'));
        line.remove();
      }) }, t('events.replay'))),
    details);
  return line;
}

async function show() {
  const page = await get('/events?state=FAILED' + (cursor && '&cursor=' + encodeURIComponent(cursor)));
  $('#events').append(...page.items.map(row));
  cursor = page.nextCursor ?? '';
  $('#more').hidden = !cursor;
  if (!$('#events').children.length) $('#events').append(h('p', { class: 'card' }, t('events.none')));
}

$('#more').addEventListener('click', (click) => doing(click.target, show));
doing(null, show);
