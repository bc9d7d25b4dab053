// Writing to the customer: text, picture by URL, quick replies, templates; typing is told while it lasts.
import { $, clearErrors, may, onSubmit, post, t } from './core.js';
import { quickReply } from './buttons.js';
import { buttons } from './snippets.js';

const TYPING_MILLIS = 8000;
const form = $('#composer');
const text = $('#text');
const DRAFT = 'talkgate.draft.';
const hasKeys = matchMedia('(min-width: 701px)');
let now = null;
let sent = () => {};
let typing = 0;

/** What was typed for each consultation outlives a reload, and the login that a session's end asks for. */
function keepDraft() {
  if (!now) return;
  if (text.value) sessionStorage.setItem(DRAFT + now.id, text.value);
  else sessionStorage.removeItem(DRAFT + now.id);
}
addEventListener('pagehide', keepDraft);

/** Shows the composer for a consultation; done() after something was queued. */
export function showComposer(one, done) {
  if (now?.id !== one.id) {
    keepDraft();
    text.value = sessionStorage.getItem(DRAFT + one.id) ?? '';
    clearErrors(form);
  }
  now = one;
  sent = done;
  const why = one.status === 'CLOSED' ? 'closed' : one.customer.blocked ? 'blocked' : one.thread === 'PARTNER_CENTER' ? 'held' : '';
  form.hidden = !may('agent');
  [...form.elements].forEach((element) => (element.disabled = Boolean(why)));
  $('#composer-note').textContent = why ? t('composer.' + why) : hasKeys.matches ? t('composer.keys') : '';
}

function content({ text: words, imageUrl, quick }) {
  const extra = { quickReply: quickReply(quick, buttons) };
  return imageUrl.trim() ? { type: 'IMAGE', imageUrl: imageUrl.trim(), ...extra } : { type: 'TEXT', text: words, ...extra };
}

/** The API names places inside the content; the form has fields for them. */
function atFields(failure) {
  const names = [['quickReply', 'quick'], ['imageUrl', 'imageUrl'], ['content', 'text']];
  failure.errors = (failure.errors ?? []).map(({ field, message }) => ({ message, field: names.find(([part]) => field.includes(part))?.[1] ?? field }));
  return failure;
}

/** What could not be sent is typed as before, ahead of what was typed meanwhile. */
function giveBack(id, values) {
  if (id !== now.id) {
    sessionStorage.setItem(DRAFT + id, values.text);
    return;
  }
  const since = text.value;
  Object.entries(values).forEach(([name, value]) => (form.elements[name].value = value));
  if (since) text.value = `${values.text}\n${since}`;
}

onSubmit(form, async (values) => {
  const id = now.id;
  form.reset();
  sessionStorage.removeItem(DRAFT + id);
  try {
    const both = values.imageUrl.trim() && values.text.trim();
    await post(`/consultations/${id}/messages`, { content: content(values) });
    values.imageUrl = '';
    if (both) await post(`/consultations/${id}/messages`, { content: { type: 'TEXT', text: values.text } });
  } catch (failure) {
    giveBack(id, values);
    throw failure.errors ? atFields(failure) : failure;
  }
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
