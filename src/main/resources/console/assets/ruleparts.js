// 자동 메시지, 만족도, 상담 배분, 자동 종료, 답변 전송: what each form shows, and what it says to the API.
import { $, h, t } from './core.js';
import { quickReply, titles, variables } from './buttons.js';

const LONGEST = 1000;
const OCCASIONS = {
  greeting: ['brand'], away: ['brand', 'opening'], busy: ['brand', 'queue'], assigned: ['brand', 'counselor'],
  customerSilent: ['brand', 'counselor'], closing: ['brand', 'counselor'],
};
const SURVEY = ['brand', 'counselor'];

/** Nothing is null; what is no number the API refuses, and says so beside the field. */
const number = (text) => (text.trim() === '' ? null : /^\d+$/.test(text.trim()) ? Number(text) : text.trim());
const shown = (value) => value ?? '';

function words(name, known, now) {
  const id = 'say-' + name;
  const text = h('textarea', { id, name: `messages.${name}.text`, rows: 2, maxlength: LONGEST, 'data-hint': id + '-hint', 'aria-describedby': id + '-hint' }, shown(now?.text));
  return h('div', { class: 'field' }, h('label', { for: id }, t('occasion.' + name)), h('p', { class: 'hint', id: id + '-hint' }, t('occasion.' + name + '.when')), text, variables(known, text));
}

function chips(name, now) {
  const id = 'chips-' + name;
  return h('div', { class: 'field' }, h('label', { for: id, class: 'small' }, t('rules.buttons')),
    h('input', { id, name: `messages.${name}.quickReply`, value: titles(now?.quickReply), placeholder: t('rules.buttons.hint') }));
}

/** A message that has no words is none. */
function message(form, name, before) {
  const text = form.elements[`messages.${name}.text`].value;
  const buttons = form.elements[`messages.${name}.quickReply`];
  return text.trim() ? { text, quickReply: buttons ? quickReply(buttons.value, before?.quickReply) : before?.quickReply } : null;
}

export const messages = {
  form: $('#messages'),
  fill: ({ messages: now }) => $('#occasions').replaceChildren(...Object.entries(OCCASIONS).map(([name, known]) =>
    h('div', { class: 'occasion' }, words(name, known, now[name]), chips(name, now[name])))),
  read({ messages: now }) {
    const said = Object.keys(OCCASIONS).map((name) => [name, message(this.form, name, now[name])]);
    return { messages: { ...now, ...Object.fromEntries(said) } };
  },
};

export const survey = {
  form: $('#survey'),
  fill: ({ messages: now }) => $('#survey-text').replaceChildren(words('survey', SURVEY, now.survey),
    h('div', { class: 'chips', 'aria-hidden': 'true' }, [1, 2, 3, 4, 5].map((score) => h('span', { class: 'chip' }, t('rules.score', score))))),
  read({ messages: now }) {
    return { messages: { ...now, survey: message(this.form, 'survey', now.survey) } };
  },
};

export const assignment = {
  form: $('#assignment'),
  fill({ assignment: now }) {
    const fields = this.form.elements;
    fields['assignment.mode'].value = now.mode;
    fields['assignment.order'].value = now.order;
    fields['assignment.lastAgentFirst'].checked = now.lastAgentFirst;
    fields['assignment.capacity'].value = now.capacity;
    fields['assignment.returnMinutes'].value = shown(now.returnMinutes);
  },
  read() {
    const fields = this.form.elements;
    return { assignment: {
      mode: fields['assignment.mode'].value,
      order: fields['assignment.order'].value,
      lastAgentFirst: fields['assignment.lastAgentFirst'].checked,
      capacity: number(fields['assignment.capacity'].value),
      returnMinutes: number(fields['assignment.returnMinutes'].value),
    } };
  },
};

const MINUTES = ['customerSilentMinutes', 'warnMinutesBefore', 'replyDelayMinutes', 'reopenMinutes'];

export const closing = {
  form: $('#closing'),
  fill({ closing: now }) {
    MINUTES.forEach((name) => (this.form.elements['closing.' + name].value = shown(now[name])));
  },
  read() {
    return { closing: Object.fromEntries(MINUTES.map((name) => [name, number(this.form.elements['closing.' + name].value)])) };
  },
};

const FLAGS = ['notification', 'readBySend'];

export const delivery = {
  form: $('#delivery'),
  fill({ delivery: now }) {
    FLAGS.forEach((name) => (this.form.elements['delivery.' + name].checked = now[name]));
  },
  read() {
    return { delivery: Object.fromEntries(FLAGS.map((name) => [name, this.form.elements['delivery.' + name].checked])) };
  },
};
