// What all pages share: texts, the API, building elements, toasts, dialogs.
const root = document.documentElement;
export const lang = root.lang;
const { default: texts } = await import(`./texts-${lang}.js`);
const about = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? '';
export const me = { id: about('member'), role: about('role'), brandId: about('brand') };
const RANKS = ['observer', 'agent', 'manager', 'owner'];

/** Whether the member may do what this role may. */
export const may = (role) => RANKS.indexOf(me.role) >= RANKS.indexOf(role);

/** A text of the bundle, with {0}, {1}, … filled in. */
export const t = (key, ...values) =>
  (texts[key] ?? key).replace(/\{(\d)\}/g, (whole, index) => values[index] ?? '');
export const known = (key) => key in texts;

/** A call's refusal, as the server words it. */
export class Refused extends Error {
  constructor(problem, status) {
    super(problem.detail ?? t('error.unexpected'));
    this.code = problem.code;
    this.errors = problem.errors ?? [];
    this.status = status;
  }
}

/** Calls the API; answers what came back, or throws Refused. */
export async function call(method, path, body) {
  const headers = { 'Accept-Language': lang, 'X-CSRF-Token': about('csrf') };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let answer;
  try {
    answer = await fetch('/api/v1' + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw new Refused({ detail: t('error.offline') }, 0);
  }
  if (answer.status === 401) location.assign("/login?to=" + encodeURIComponent(location.pathname + location.search));
  const text = await answer.text();
  let value = null;
  try {
    value = text ? JSON.parse(text) : null;
  } catch {
    // not ours: a proxy's page
  }
  if (!answer.ok) throw new Refused(value ?? {}, answer.status);
  return value;
}
export const get = (path) => call('GET', path);
export const post = (path, body) => call('POST', path, body);

/** All items of a list, page by page. */
export async function all(path) {
  const items = [];
  for (let cursor = ''; cursor !== null; ) {
    const page = await get(`${path}${path.includes('?') ? '&' : '?'}limit=200${cursor && '&cursor=' + encodeURIComponent(cursor)}`);
    items.push(...page.items);
    cursor = page.nextCursor ?? null;
  }
  return items;
}

/** An element: h('a', {href, class, onclick, 'aria-label'}, ...children). Texts stay texts. */
export function h(name, given = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}
export const $ = (selector, within = document) => within.querySelector(selector);
export const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

/** An address that may be followed: nothing but http and https. */
export const safeUrl = (url) => (/^https?:\/\//i.test(url ?? '') ? url : undefined);

const CLOCK = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat(lang, { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });

/** A time as <time>: today the clock, else with the day. */
export function time(text) {
  if (!text) return '';
  const date = new Date(text);
  const today = date.toDateString() === new Date().toDateString();
  return h('time', { datetime: text, title: date.toLocaleString(lang) }, (today ? CLOCK : DAY).format(date));
}

/** Seconds in words. */
export function span(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return t('span.seconds', whole);
  return whole < 3600 ? t('span.minutes', Math.floor(whole / 60)) : t('span.hours', Math.floor(whole / 3600), Math.floor((whole % 3600) / 60));
}

/** Says something at the corner, to screen readers, too. */
export function toast(text, bad = false) {
  const line = h('div', { class: bad ? 'toast bad' : 'toast' }, text);
  $('.toasts').append(line);
  setTimeout(() => line.remove(), bad ? 10000 : 4000);
}

/** Puts what an input holds on the clipboard, and says so. */
export async function copy(input, words = 'copied') {
  input.select();
  try {
    await navigator.clipboard.writeText(input.value);
  } catch {
    document.execCommand('copy');
  }
  toast(t(words));
}

/** Does something with a button off; refusals are said. Answers whether it went well. */
export async function doing(button, work) {
  if (button) button.disabled = true;
  try {
    await work();
    return true;
  } catch (failure) {
    if (!(failure instanceof Refused)) throw failure;
    toast(failure.message, true);
    return false;
  } finally {
    if (button) button.disabled = false;
  }
}

/** The input that an error belongs to: of its name, else within what it names, else nearest around it. */
function inputOf(form, field) {
  const named = [...form.elements].filter((input) => input.name);
  const isWithin = (inner, outer) => inner.startsWith(outer) && '.['.includes(inner[outer.length]);
  return named.find((input) => input.name === field) ?? named.find((input) => isWithin(input.name, field)) ??
    named.filter((input) => isWithin(field, input.name)).sort((a, b) => b.name.length - a.name.length)[0];
}

/** Shows what is wrong beside the fields of a form; what has no field goes on top. Focus on the first. */
export function showErrors(form, refused) {
  clearErrors(form);
  const others = refused.errors.length ? [] : [refused.message];
  for (const { field, message } of refused.errors) {
    const input = inputOf(form, field);
    if (!input) {
      others.push(message);
      continue;
    }
    const id = `${form.id}-${field}-error`;
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', `${input.dataset.hint ?? ''} ${id}`.trim());
    const line = h('p', { class: 'error', id }, message);
    const block = input.closest('.removable');
    block ? block.append(line) : input.after(line);
  }
  if (others.length) form.prepend(h('p', { class: 'error', role: 'alert' }, others.join(' ')));
  ($('[aria-invalid]', form) ?? $('button', form))?.focus();
}
export function clearErrors(form) {
  $$('.error', form).forEach((line) => line.remove());
  $$('[aria-invalid]', form).forEach((input) => {
    input.removeAttribute('aria-invalid');
    input.dataset.hint ? input.setAttribute('aria-describedby', input.dataset.hint) : input.removeAttribute('aria-describedby');
  });
}

/** Sends a form's values; errors are shown in it and nothing typed is lost. */
export function onSubmit(form, work) {
  form.noValidate = true;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = $('button[type=submit], button:not([type])', form);
    if (button.disabled) return;
    button.disabled = true;
    try {
      await work(Object.fromEntries(new FormData(form)), form);
      clearErrors(form);
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      button.disabled = false;
      showErrors(form, failure);
    } finally {
      button.disabled = false;
    }
  });
}

/** A field of a form. */
export function field(name, label, { hint, ...given } = {}) {
  const id = 'f-' + name;
  return h('div', { class: 'field' }, h('label', { for: id }, label), hint && h('p', { class: 'hint', id: id + '-hint' }, hint),
    h(given.rows ? 'textarea' : 'input', { id, name, 'data-hint': hint && id + '-hint', 'aria-describedby': hint && id + '-hint', ...given }));
}

/** A form in a dialog; closes when the work is done. */
export function ask(title, fields, submit, work, danger = false) {
  const close = () => dialog.close();
  const form = h('form', { id: 'ask' }, ...fields, h('div', { class: 'row' },
    h('button', { class: danger ? 'danger' : 'primary', type: 'submit' }, submit), h('button', { type: 'button', onclick: close }, t('cancel'))));
  const dialog = h('dialog', { 'aria-labelledby': 'ask-title' }, h('h2', { id: 'ask-title' }, title), form);
  onSubmit(form, async (values) => {
    await work(values);
    close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Runs at most once in a while, the last time after the last call. */
export function calmly(work, millis = 250) {
  let timer = 0;
  return () => {
    timer ||= setTimeout(() => {
      timer = 0;
      work();
    }, millis);
  };
}

/** One run at a time, so that no older answer comes after a newer one; who asks meanwhile gets one more run. */
export function inTurn(work) {
  let now = null;
  let next = null;
  const run = () => {
    next = null;
    now = work().finally(() => (now = null));
    return now;
  };
  return () => (now ? (next ??= now.then(run, run)) : run());
}

/** The desk's panes fill what the header leaves of the window, whatever comes to stand in it. */
const header = $('.top');
if (header) new ResizeObserver(() => root.style.setProperty('--top', header.offsetHeight + 'px')).observe(header);
