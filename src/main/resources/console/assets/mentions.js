// 나를 언급한 메모: what colleagues have written for the member, newest first.
import { $, get, h, t, time } from './core.js';

/** Shows them in a dialog; open(consultationId) goes to where one stands. */
export async function openMentions(open) {
  const { items } = await get('/mentions?limit=50');
  const line = (note) => h('li', { class: 'notice warn' }, h('span', { class: 'words' }, note.text), h('div', { class: 'row small' }, h('span', { class: 'soft' }, note.author?.name ?? '', ' ', time(note.createdAt)),
    h('button', { type: 'button', class: 'plain', onclick: () => {
      dialog.close();
      open(note.consultationId);
    } }, t('mentions.open'))));
  const dialog = h('dialog', { 'aria-labelledby': 'mentions-title' }, h('h2', { id: 'mentions-title' }, t('mentions.title')),
    items.length ? h('ul', { class: 'list' }, items.map(line)) : h('p', {}, t('mentions.none')), h('button', { type: 'button', onclick: () => dialog.close() }, t('closeDialog')));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  $('button', dialog).focus();
}
