// Quick replies as agents write them: titles with commas between.
import { $, h, t } from './core.js';

/** The titles of buttons, as they are written. */
export const titles = (quickReply) => (quickReply?.buttonList ?? []).map((button) => button.data?.title).filter(Boolean).join(', ');

/** The buttons of these titles, undefined for none; those that were there before stay what they were. */
export function quickReply(words, before) {
  const known = new Map((before?.buttonList ?? []).map((button) => [button.data?.title, button]));
  const list = words.split(',').map((word) => word.trim()).filter(Boolean);
  return list.length ? { buttonList: list.map((title) => known.get(title) ?? { type: 'TEXT', data: { title, code: title } }) } : undefined;
}

/** Buttons that put variables where the cursor is. */
export const variables = (names, input) => h('div', { class: 'row' }, h('span', { class: 'small soft' }, t('variables')), names.map((name) =>
  h('button', { type: 'button', class: 'chip', title: t('variable.' + name), onclick: () => {
    input.setRangeText(`{${name}}`, input.selectionStart, input.selectionEnd, 'end');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.focus();
  } }, `{${name}}`)));

/** Asks before a page with unsaved input is left; answers a function that says that all is saved. */
export function guardInput(within) {
  let dirty = false;
  within.addEventListener('input', () => (dirty = true));
  addEventListener('beforeunload', (event) => dirty && event.preventDefault());
  return { saved: () => (dirty = false), isDirty: () => dirty };
}
