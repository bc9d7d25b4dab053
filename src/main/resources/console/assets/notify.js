// Unread marks outside the page's lists: the title's count, the navigation's, and the browser's notifications.
import { $, me, t } from './core.js';

const title = document.title;

/** How many customers wait, in the title and beside the navigation's entry. */
export function showWaiting(count) {
  document.title = count ? `(${count}) ${title}` : title;
  const badge = $('#waiting-count');
  if (!badge) return;
  badge.hidden = !count;
  badge.textContent = count;
}

/** Tells of a customer's new words while nobody looks: those of nobody's consultations and one's own. */
export function announce(now, before, name, words) {
  const news = now.unreadCount > (before?.unreadCount ?? 0);
  const mine = !now.assignee || now.assignee.id === me.id;
  if (!news || !mine || !document.hidden || !('Notification' in window) || Notification.permission !== 'granted') return;
  const note = new Notification(t('notify.title', name), { body: words, tag: now.id });
  note.onclick = () => {
    window.focus();
    location.search = '?id=' + now.id;
  };
}

const button = $('#notify');
if (button && 'Notification' in window && Notification.permission === 'default') {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await Notification.requestPermission();
    button.hidden = true;
  });
}
