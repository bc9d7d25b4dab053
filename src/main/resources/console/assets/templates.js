// 상담 템플릿: texts to be used again, the brand's and one's own, by folder.
import { $, all, ask, call, doing, field, h, may, post, t, toast } from './core.js';
import { quickReply, titles, variables } from './buttons.js';

const LONGEST = 10000;
const filter = $('#filter');
let templates = [];

const mayChange = (one) => one.personal || may('manager');

function form(one = {}) {
  const text = field('text', t('templates.text'), { rows: 5, maxlength: LONGEST });
  const words = $('textarea', text);
  words.value = one.text ?? '';
  const folders = h('datalist', { id: 'folders' }, [...new Set(templates.map((each) => each.folder).filter(Boolean))].map((folder) => h('option', { value: folder })));
  const personal = h('p', {}, h('label', { class: 'row' }, h('input', { type: 'checkbox', name: 'personal', checked: one.personal || !may('manager'), disabled: Boolean(one.id) || !may('manager') }), t('templates.personal.hint')));
  return [field('title', t('templates.title'), { maxlength: 100, value: one.title }), text, variables(['brand', 'counselor'], words),
    field('folder', t('templates.folder'), { hint: t('templates.folder.hint'), maxlength: 200, value: one.folder, list: 'folders' }), folders,
    field('shortcut', t('templates.shortcut'), { hint: t('templates.shortcut.hint'), maxlength: 30, value: one.shortcut, autocapitalize: 'none', spellcheck: 'false' }),
    field('quickReply', t('templates.buttons'), { hint: t('rules.buttons.hint'), value: titles(one.quickReply) }), personal];
}

function values(given, one = {}) {
  return {
    title: given.title, text: given.text, folder: given.folder.trim() || undefined, shortcut: given.shortcut.trim().replace(/^\//, '') || undefined,
    personal: one.id ? one.personal : given.personal === 'on' || !may('manager'), quickReply: quickReply(given.quickReply, one.quickReply),
  };
}

async function changed(text) {
  toast(t(text));
  await load();
}

const change = (one) => ask(t('templates.change'), form(one), t('save'), async (given) => {
  await call('PUT', '/templates/' + one.id, values(given, one));
  await changed('saved');
});
const remove = (one) => ask(t('templates.remove'), [h('p', {}, t('templates.remove.what', one.title))], t('remove'), async () => {
  await call('DELETE', '/templates/' + one.id);
  await changed('templates.removed');
}, true);

function row(one) {
  return h('tr', { 'data-id': one.id },
    h('td', {}, h('strong', {}, one.title), ' ', h('span', { class: one.personal ? 'badge warn' : 'badge' }, t(one.personal ? 'templates.mine' : 'templates.brand'))),
    h('td', {}, one.shortcut ? h('code', {}, '/' + one.shortcut) : '—'),
    h('td', { class: 'words' }, one.text, one.quickReply && h('div', { class: 'chips' }, one.quickReply.buttonList.map((button) => h('span', { class: 'chip' }, button.data?.title ?? button.type)))),
    h('td', {}, mayChange(one) && h('div', { class: 'row' }, h('button', { type: 'button', onclick: () => change(one) }, t('templates.change')), h('button', { type: 'button', class: 'danger', onclick: () => remove(one) }, t('remove')))));
}

function show() {
  const word = filter.value.trim().toLowerCase();
  const shown = templates.filter((one) => [one.title, one.text, one.folder, one.shortcut].some((value) => value?.toLowerCase().includes(word)));
  const folders = [...new Set(shown.map((one) => one.folder))].sort();
  const head = ['title', 'shortcut', 'text', 'actions'].map((key) => h('th', { scope: 'col' }, t('templates.' + key)));
  $('#templates').replaceChildren(...(shown.length ? folders.map((folder) => h('section', { class: 'card' }, h('h2', {}, folder || t('templates.noFolder')),
    h('div', { class: 'scroll' }, h('table', {}, h('thead', {}, h('tr', {}, head.map((cell) => cell.cloneNode(true)))), h('tbody', {}, shown.filter((one) => one.folder === folder).map(row)))))) : [h('p', { class: 'card' }, t('templates.none'))]));
}

async function load() {
  templates = await all('/templates');
  show();
}

$('#add').addEventListener('click', () => ask(t('templates.add'), form(), t('templates.add'), async (given) => {
  await post('/templates', values(given));
  await changed('saved');
}));
filter.addEventListener('input', show);
doing(null, load);
