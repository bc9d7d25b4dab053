// Writing to the customer: text, picture by URL, quick replies, templates; typing is told while it lasts.
import { $, clearErrors, get, h, may, onSubmit, post, t } from './core.js';

const TYPING_MILLIS = 8000;
const form = $('#composer');
const text = $('#text');
const drafts = new Map();
let now = null;
let sent = () => {};
let typing = 0;

/** What was typed for each consultation stays while the page does. */
function keepDraft() {
  if (now) drafts.set(now.id, text.value);
}

/** Shows the composer for a consultation; done() after something was queued. */
export function showComposer(one, done) {
  if (now?.id !== one.id) {
    keepDraft();
    text.value = drafts.get(one.id) ?? '';
    clearErrors(form);
  }
  now = one;
  sent = done;
  const why = one.status === 'CLOSED' ? 'closed' : one.customer.blocked ? 'blocked' : one.thread === 'PARTNER_CENTER' ? 'held' : '';
  form.hidden = !may('agent');
  [...form.elements].forEach((element) => (element.disabled = Boolean(why)));
  $('#composer-note').textContent = why ? t('composer.' + why) : t('composer.keys');
}

function quickReply(words) {
  const titles = words.split(',').map((word) => word.trim()).filter(Boolean);
  return titles.length ? { buttonList: titles.map((title) => ({ type: 'TEXT', data: { title: title.slice(0, 18), code: title } })) } : undefined;
}

function content({ text: words, imageUrl, quick }) {
  const extra = { quickReply: quickReply(quick) };
  return imageUrl.trim() ? { type: 'IMAGE', imageUrl: imageUrl.trim(), ...extra } : { type: 'TEXT', text: words, ...extra };
}

/** The API names places inside the content; the form has fields for them. */
function atFields(failure) {
  const names = [['quickReply', 'quick'], ['imageUrl', 'imageUrl'], ['content', 'text']];
  failure.errors = (failure.errors ?? []).map(({ field, message }) => ({ message, field: names.find(([part]) => field.includes(part))?.[1] ?? field }));
  return failure;
}

onSubmit(form, async (values) => {
  const id = now.id;
  const both = values.imageUrl.trim() && values.text.trim();
  try {
    await post(`/consultations/${id}/messages`, { content: content(values) });
    if (both) await post(`/consultations/${id}/messages`, { content: { type: 'TEXT', text: values.text } });
  } catch (failure) {
    throw failure.errors ? atFields(failure) : failure;
  }
  drafts.delete(id);
  form.reset();
  typing = 0;
  await sent();
  text.focus();
});

text.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (text.value.trim()) form.requestSubmit();
});
text.addEventListener('input', () => {
  if (Date.now() - typing < TYPING_MILLIS || !text.value || !now) return;
  typing = Date.now();
  post(`/consultations/${now.id}/typing`, { on: true }).catch(() => {});
});

async function templates() {
  const found = await get('/templates?limit=200').catch(() => null);
  if (!found?.items?.length) return;
  $('#templates').hidden = false;
  $('#template').append(h('option', { value: '' }, t('composer.choose')), ...found.items.map((one) => h('option', { value: one.id }, one.name ?? one.title)));
  $('#template').addEventListener('change', (event) => {
    const chosen = found.items.find((one) => one.id === event.target.value);
    if (chosen) text.value = chosen.content?.text ?? chosen.text ?? text.value;
    event.target.value = '';
    text.focus();
  });
}
if (may('agent')) templates();
