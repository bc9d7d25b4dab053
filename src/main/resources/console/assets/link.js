// 네이버톡톡 연동: the guide in the order in which the owner works, each step with its state.
import { $, $$, Refused, ask, call, calmly, copy, doing, get, h, may, me, onSubmit, post, t, toast } from './core.js';
import { listen } from './live.js';
import { checkLines, healthTone, statusBadge } from './linkstate.js';

const LOOK_MILLIS = 2000;
const STEPS = ['account', 'api', 'conflict', 'key', 'request', 'webhook', 'checks', 'approved'];
let id = location.pathname.split('/').pop();
let link = null;
let health = null;

const isNew = () => id === 'new';
const isEditable = () => may('manager') && link?.status !== 'REVOKED';
const mayRequest = () => may('manager') && (link?.status === 'DRAFT' || link?.status === 'REJECTED');
const requested = () => ['PENDING', 'APPROVED'].includes(link?.status);
const heard = () => Boolean(health?.lastEventAt);

/** What only the owner knows is ticked by hand; an event that came proves it. */
const told = (step) => heard() || $(`#step-${step} .told`).checked;
const ticks = () => `talkgate.guide.${id}`;
function keepTicks() {
  localStorage.setItem(ticks(), JSON.stringify($$('.told').map((box) => box.checked)));
  show();
}
function recallTicks() {
  const kept = JSON.parse(localStorage.getItem(ticks()) ?? '[]');
  $$('.told').forEach((box, index) => (box.checked = Boolean(kept[index])));
}

function done(step) {
  switch (step) {
    case 'key': return Boolean(link) && told('key');
    case 'request': return requested();
    case 'webhook': return requested() && heard();
    case 'checks': return Boolean(health?.checks?.length) && health.checks.every((check) => check.passed);
    case 'approved': return link?.status === 'APPROVED';
    default: return told(step);
  }
}

function showSteps() {
  if (heard()) $$('.told').forEach((box) => (box.checked = box.disabled = true));
  const now = STEPS.find((step) => !done(step));
  for (const step of STEPS) {
    const item = $('#step-' + step);
    item.classList.toggle('done', done(step));
    item.classList.toggle('now', step === now);
    const state = t(done(step) ? 'step.done' : step === now ? 'step.now' : 'step.open');
    const badge = $('.state', item) ?? $('h2', item).appendChild(h('span', { class: 'state badge' }));
    badge.textContent = state;
    badge.className = 'state badge ' + (done(step) ? 'good' : step === now ? 'warn' : '');
    badge.before(' ');
  }
}

function showForm() {
  const form = $('#account-form');
  $$('input, button', form).forEach((input) => (input.disabled = !(isNew() || isEditable())));
  form.elements.accountId.readOnly = requested();
  $('#key-kept').hidden = !link;
  $('#key-kept').textContent = link ? t('guide.sendApiKey.kept', link.sendApiKeyHint) : '';
  if (!link || form.dataset.filled) return;
  form.elements.accountId.value = link.accountId;
  form.elements.name.value = link.name ?? '';
  form.dataset.filled = 'yes';
}

function showRequest() {
  $('#request').disabled = !mayRequest();
  $('#request-hint').textContent = t(isNew() ? 'guide.request.save' : mayRequest() ? 'guide.request.ready' : 'guide.request.' + (link?.status ?? 'save'));
  $('#rejected').hidden = link?.status !== 'REJECTED';
  $('#rejected').textContent = t('guide.rejected', link?.rejectedReason ?? '');
}

function showIssued() {
  $('#issued').hidden = !link?.brandKey;
  $('#webhook-later').hidden = Boolean(link?.brandKey);
  for (const name of ['webhookUrl', 'chatUrl', 'brandKey']) {
    $('#' + name).value = link?.[name] ?? '';
    $('#' + name).closest('.field').hidden = !link?.[name];
  }
  $('#renew').hidden = !isEditable() || !requested();
}

function showHealth() {
  const old = $('#health').dataset.shown;
  const text = health && link.status === 'APPROVED' ? health.state + health.advice : '';
  if (text !== old) {
    $('#health').dataset.shown = text;
    $('#health').replaceChildren(...(text ? [h('div', { class: 'notice ' + healthTone(health.state) },
      h('strong', {}, t('health.' + health.state)), h('p', {}, health.advice),
      health.state === 'WEBHOOK_SILENT' && isEditable() && h('button', { type: 'button', class: 'primary', id: 'fresh', onclick: (event) => doing(event.target, fresh) }, t('guide.fresh')))] : []));
  }
  const checks = JSON.stringify(health?.checks ?? []);
  if (health?.checks && requested() && $('#checks').dataset.shown !== checks) {
    $('#checks').dataset.shown = checks;
    $('#checks').replaceChildren(...checkLines(health.checks));
  }
}

/** One click where the webhook is silent: a new URL, ready to be pasted at Partner Center. */
async function fresh() {
  link = await post(`/links/${id}/webhook-url`, { revokeOld: false });
  show();
  $('#webhookUrl').scrollIntoView({ block: 'center' });
  $('#webhookUrl').focus();
  await copy($('#webhookUrl'), 'guide.fresh.done');
}

function show() {
  $('#status').replaceChildren(link ? statusBadge(link.status) : h('span', { class: 'badge' }, t('link.none')));
  showForm();
  showRequest();
  showIssued();
  showHealth();
  showSteps();
  $('#approved').textContent = t(link?.status === 'APPROVED' ? 'guide.approved.done' : 'guide.approved.later');
  const revoking = $('#revoking');
  if (revoking) revoking.hidden = !link || link.status === 'REVOKED';
}

async function load() {
  if (isNew()) return show();
  link = await get('/links/' + id);
  health = await get(`/links/${id}/health`).catch((failure) => (failure instanceof Refused ? null : Promise.reject(failure)));
  show();
}
const reload = calmly(() => doing(null, load), 150);

onSubmit($('#account-form'), async (values) => {
  const change = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.trim()]).filter(([, value]) => value));
  if (isNew()) {
    link = await post('/links', { brandId: me.brandId, accountId: '', sendApiKey: '', ...change });
    const kept = localStorage.getItem(ticks());
    id = link.id;
    if (kept) localStorage.setItem(ticks(), kept);
    localStorage.removeItem('talkgate.guide.new');
    history.replaceState(null, '', '/console/links/' + id);
  } else {
    if (requested()) delete change.accountId;
    link = await call('PATCH', '/links/' + id, change);
  }
  $('#sendApiKey').value = '';
  toast(t('saved'));
  await load();
});

$('#request').addEventListener('click', (event) =>
  doing(event.target, async () => {
    link = await post(`/links/${id}/approval-request`);
    toast(t('guide.request.sent'));
    $('#webhookUrl').focus();
  }).then(show));

$$('[data-copy]').forEach((button) => button.addEventListener('click', () => copy($('#' + button.dataset.copy))));

$('#renew').addEventListener('click', () =>
  ask(t('guide.renew'), [h('p', {}, t('guide.renew.what')),
    h('label', { class: 'row' }, h('input', { type: 'checkbox', name: 'revokeOld' }), t('guide.renew.old'))], t('guide.renew'), async (values) => {
    link = await post(`/links/${id}/webhook-url`, { revokeOld: values.revokeOld === 'on' });
    show();
  }));

if ($('#revoke-form')) {
  onSubmit($('#revoke-form'), async ({ confirm }) => {
    if (confirm.trim().toLowerCase() !== link.accountId.toLowerCase()) {
      throw new Refused({ errors: [{ field: 'confirm', message: t('guide.revoke.mismatch', link.accountId) }] }, 400);
    }
    link = await post(`/links/${id}/revoke`);
    toast(link.reminder ?? t('guide.revoke.terms'));
    show();
  });
}

$$('.told').forEach((box) => box.addEventListener('change', keepTicks));
recallTicks();
show();
listen((kind, data) => kind.startsWith('link.') && data.id === id && reload(), reload);
// What is only seen at the webhook, the checks, is asked for while somebody looks.
setInterval(() => !isNew() && !document.hidden && link?.status !== 'REVOKED' && reload(), LOOK_MILLIS);
