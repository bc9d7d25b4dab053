// What changes, as it changes: /api/v1/stream, gone on with where it broke off.
import { $, h, t } from './core.js';

const KINDS = ['consultation.created', 'consultation.updated', 'message.created', 'message.updated', 'link.created', 'link.updated'];
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15000;

/**
 * Calls tell(kind, data) for each event. Calls anew() whenever something may have been missed: at
 * the beginning, and when the server cannot tell any more what happened.
 */
export function listen(tell, anew) {
  let last = '';
  let pause = FIRST_PAUSE;
  let source;
  let loaded = false;
  const lost = h('p', { class: 'lost', role: 'status', hidden: true }, t('live.lost'));
  $('main').prepend(lost);

  function open() {
    source = new EventSource('/api/v1/stream' + (last && '?lastEventId=' + encodeURIComponent(last)));
    source.addEventListener('stream.opened', (event) => {
      pause = FIRST_PAUSE;
      lost.hidden = true;
      document.body.dataset.live = 'on';
      keep(event);
      if (!JSON.parse(event.data).resumed) anew();
      loaded = true;
    });
    KINDS.forEach((kind) =>
      source.addEventListener(kind, (event) => {
        keep(event);
        tell(kind, JSON.parse(event.data));
      }));
    source.onerror = () => {
      // The browser's own attempts end for good at an answer that is no stream, as a server without a database gives.
      source.close();
      document.body.dataset.live = 'off';
      if (!loaded) anew();
      loaded = true;
      lost.hidden = false;
      setTimeout(open, pause * (0.75 + Math.random() / 2));
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    };
  }
  const keep = (event) => {
    last = event.lastEventId || last;
  };
  open();
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', (event) => event.persisted && open());
}
