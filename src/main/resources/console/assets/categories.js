// 상담 유형: the tree of kinds that agents choose from at the end.
import { $, call, doing, get, h, onSubmit, t, toast } from './core.js';
import { guardInput } from './buttons.js';

const form = $('#categories-form');
const tree = $('#tree');
const guard = guardInput(form);

function branch({ name = '', children } = {}) {
  const inner = h('ul', { class: 'tree' }, (children ?? []).map(branch));
  const item = h('li', { class: 'branch' }, h('div', { class: 'row' }, h('input', { class: 'name', value: name, maxlength: 30, 'aria-label': t('categories.name') }),
    h('button', { type: 'button', class: 'plain', onclick: () => add(inner) }, t('categories.below')),
    h('button', { type: 'button', class: 'plain', onclick: () => move(item, item.previousElementSibling, 'before') }, t('up')),
    h('button', { type: 'button', class: 'plain', onclick: () => move(item, item.nextElementSibling, 'after') }, t('down')),
    h('button', { type: 'button', class: 'plain', onclick: () => {
      item.remove();
      $('#add').focus();
      touched();
    } }, t('remove'))), inner);
  return item;
}

const touched = () => form.dispatchEvent(new Event('input', { bubbles: true }));

function add(list) {
  const item = branch();
  list.append(item);
  $('input', item).focus();
  touched();
}

function move(item, other, where) {
  if (!other) return;
  const focused = document.activeElement;
  other[where](item);
  focused.focus();
  touched();
}

/** The tree as it stands; each input is named after the place of its value. */
function read(list, path) {
  return [...list.children].map((item, index) => {
    const input = $('.name', item);
    input.name = `${path}[${index}].name`;
    const children = read($(':scope > .tree', item), `${path}[${index}].children`);
    return { name: input.value.trim(), ...(children.length && { children }) };
  });
}

function show(set) {
  form.elements.required.checked = set.required;
  tree.replaceChildren(...set.categories.map(branch));
  form.hidden = false;
  guard.saved();
}

$('#add').addEventListener('click', () => add(tree));
onSubmit(form, async () => {
  show(await call('PUT', '/categories', { required: form.elements.required.checked, categories: read(tree, 'categories') }));
  toast(t('saved'));
});
doing(null, async () => show(await get('/categories')));
