// 상담 규칙 of one link: each section is a form that is saved by itself.
import { $, all, call, doing, get, h, onSubmit, t, toast } from './core.js';
import { guardInput } from './buttons.js';
import { showAgents } from './ruleagents.js';
import { showPublicHolidays } from './ruleholidays.js';
import { hours } from './rulehours.js';
import { assignment, closing, delivery, messages, survey } from './ruleparts.js';

const SECTIONS = [hours, messages, assignment, closing, survey, delivery];
const choice = $('#link');
const guards = SECTIONS.map((section) => guardInput(section.form));
let link = null;
let settings = null;

async function open(id) {
  link = id;
  settings = await get(`/links/${id}/settings`);
  SECTIONS.forEach((section) => section.fill(settings));
  guards.forEach((guard) => guard.saved());
  $('#sections').hidden = false;
  history.replaceState(null, '', `?link=${id}${location.hash}`);
}

SECTIONS.forEach((section, index) =>
  onSubmit(section.form, async () => {
    settings = await call('PUT', `/links/${link}/settings`, section.read(settings));
    section.fill(settings);
    guards[index].saved();
    toast(t('saved'));
  }));

choice.addEventListener('change', () => {
  if (guards.some((guard) => guard.isDirty()) && !confirm(t('rules.unsaved'))) {
    choice.value = link;
    return;
  }
  doing(null, () => open(choice.value));
});

doing(null, async () => {
  const links = (await all('/links')).filter((one) => one.status !== 'REVOKED');
  const wanted = links.find((one) => one.id === new URLSearchParams(location.search).get('link')) ?? links[0];
  choice.replaceChildren(...links.map((one) => h('option', { value: one.id, selected: one === wanted }, one.name ? `${one.name} (${one.accountId})` : one.accountId)));
  $('#no-link').hidden = links.length > 0;
  choice.parentElement.hidden = !links.length;
  if (!wanted) return;
  await open(wanted.id);
  if (location.hash) $(location.hash)?.scrollIntoView();
});
doing(null, showAgents);
doing(null, showPublicHolidays);
