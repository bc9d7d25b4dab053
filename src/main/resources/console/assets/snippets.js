// 상담 템플릿 in the composer: found by what they are called, or by / and their shortcut.
import { $, all, doing, get, h, may, t } from './core.js';
import { titles } from './buttons.js';

const MOST = 8;
const text = $('#text');
const list = $('#snippets');
let templates = [];
let found = [];
let current = 0;

/** The buttons of the template that was put in last: they are more than their titles. */
export let buttons;

const typed = () => /^\/(\S*)$/.exec(text.value)?.[1];

function matching(word) {
  const has = (value) => value?.toLowerCase().includes(word.toLowerCase());
  const rank = (one) => (one.shortcut === word ? 0 : one.shortcut?.startsWith(word) ? 1 : 2);
  return templates.filter((one) => has(one.shortcut) || has(one.title)).sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
}

function close() {
  list.hidden = true;
  text.removeAttribute('aria-activedescendant');
}

function paint() {
  list.replaceChildren(...found.map((one, index) => h('li', { role: 'option', id: 'snippet-' + one.id, 'aria-selected': String(index === current), onmousedown: (event) => {
    event.preventDefault();
    choose(one);
  } }, h('strong', {}, one.title), one.shortcut && h('span', { class: 'badge' }, '/' + one.shortcut), h('span', { class: 'line' }, one.text))));
  list.hidden = !found.length;
  if (found.length) text.setAttribute('aria-activedescendant', 'snippet-' + found[current].id);
}

/** Puts a template in as it would be sent. */
function choose(one) {
  close();
  return doing(null, async () => {
    const filled = await get(`/templates/${one.id}/filled`);
    if (typed() !== undefined) text.value = filled.text;
    else text.setRangeText(filled.text, text.selectionStart, text.selectionEnd, 'end');
    if (filled.quickReply) {
      buttons = filled.quickReply;
      $('#quick').value = titles(buttons);
      $('#composer details').open = true;
    }
    text.dispatchEvent(new Event('input', { bubbles: true }));
    text.focus();
  });
}

function look() {
  const word = typed();
  if (word === undefined) return close();
  found = matching(word);
  current = 0;
  return paint();
}

const KEYS = {
  ArrowDown: () => (current = (current + 1) % found.length),
  ArrowUp: () => (current = (current + found.length - 1) % found.length),
  Enter: () => choose(found[current]),
  Tab: () => choose(found[current]),
  Escape: close,
};

/** By folder, for those who do not know shortcuts. */
function fillMenu() {
  const menu = $('#template');
  const folders = Map.groupBy ? Map.groupBy(templates, (one) => one.folder) : new Map([['', templates]]);
  menu.replaceChildren(h('option', { value: '' }, t('composer.choose')), ...[...folders].sort().map(([folder, items]) => {
    const options = items.map((one) => h('option', { value: one.id }, one.shortcut ? `${one.title} (/${one.shortcut})` : one.title));
    return folder ? h('optgroup', { label: folder }, options) : options;
  }).flat());
  $('#templates').hidden = !templates.length;
}

if (may('agent')) {
  doing(null, async () => {
    templates = await all('/templates');
    fillMenu();
  });
  $('#template').addEventListener('change', (event) => {
    const chosen = templates.find((one) => one.id === event.target.value);
    event.target.value = '';
    if (chosen) choose(chosen);
  });
  text.addEventListener('input', look);
  text.addEventListener('blur', close);
  // Before the composer's own keys: Enter chooses, and sends nothing.
  text.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing || !KEYS[event.key]) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    KEYS[event.key]();
    if (!list.hidden) paint();
  });
}
