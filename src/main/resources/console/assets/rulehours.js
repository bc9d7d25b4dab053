// 운영 시간: the week's shifts with their breaks, and holidays. Inputs are named as the API names their values.
import { $, $$, h, t } from './core.js';

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const WEEKDAYS = DAYS.slice(1, 5);
const USUAL = { from: '09:00', until: '18:00' };
const BREAK = { from: '12:00', until: '13:00' };
const form = $('#hours');

const clock = (part, value, about) => h('input', { type: 'time', class: part, value, 'aria-label': about });
const remove = (about) => h('button', { type: 'button', class: 'plain', 'aria-label': about, onclick: (event) => {
  const block = event.target.closest('.day, fieldset');
  event.target.closest('.removable').remove();
  $('button', block)?.focus();
} }, t('remove'));

function pause({ from, until }, day) {
  return h('span', { class: 'break removable row' }, h('span', { class: 'small soft' }, t('rules.break')), clock('from', from, `${day} ${t('rules.break')} ${t('rules.from')}`), '~',
    clock('until', until, `${day} ${t('rules.break')} ${t('rules.until')}`), remove(`${day} ${t('rules.break')} ${t('remove')}`));
}

function shift({ from, until, breaks }, name) {
  const day = t('day.' + name);
  const pauses = h('span', { class: 'breaks row' }, (breaks ?? []).map((one) => pause(one, day)));
  return h('div', { class: 'shift removable row', 'data-day': name }, clock('from', from, `${day} ${t('rules.from')}`), '~', clock('until', until, `${day} ${t('rules.until')}`), pauses,
    h('button', { type: 'button', class: 'plain', 'aria-label': `${day} ${t('rules.break.add')}`, onclick: () => pauses.append(pause(BREAK, day)) }, t('rules.break.add')), remove(`${day} ${t('rules.shift')} ${t('remove')}`));
}

function day(name, shifts) {
  const list = h('div', { class: 'shifts', 'data-none': t('rules.closed') }, shifts.map((one) => shift(one, name)));
  return h('div', { class: 'day', id: 'day-' + name }, h('strong', {}, t('day.' + name)), list,
    h('button', { type: 'button', class: 'plain', 'aria-label': `${t('day.' + name)} ${t('rules.shift.add')}`, onclick: () => list.append(shift(USUAL, name)) }, t('rules.shift.add')));
}

function closedDay({ date, name } = {}) {
  return h('div', { class: 'closed removable row' }, h('input', { type: 'date', class: 'date short', value: date, 'aria-label': t('rules.date') }),
    h('input', { class: 'name', value: name, maxlength: 50, placeholder: t('rules.date.name'), 'aria-label': t('rules.date.name') }), remove(t('remove')));
}
const workedDay = (date) => h('div', { class: 'worked removable row' }, h('input', { type: 'date', class: 'date short', value: date, 'aria-label': t('rules.date') }), remove(t('remove')));

const span = (block) => ({ from: $(':scope > .from', block).value, until: $(':scope > .until', block).value });
const shifts = () => $$('.shift', form).map((block) => ({ day: block.dataset.day, ...span(block), breaks: $$('.break', block).map(span) }));

/** Names each input after the place that its value will have. */
function nameInputs() {
  const name = (block, path, ...parts) => parts.forEach((part) => ($(':scope > .' + part, block).name = `${path}.${part}`));
  $$('.shift', form).forEach((block, i) => {
    name(block, `hours.weekly[${i}]`, 'from', 'until');
    $$('.break', block).forEach((one, j) => name(one, `hours.weekly[${i}].breaks[${j}]`, 'from', 'until'));
  });
  $$('.closed', form).forEach((block, i) => name(block, `hours.holidays.closed[${i}]`, 'date', 'name'));
  $$('.worked', form).forEach((block, i) => ($('.date', block).name = `hours.holidays.worked[${i}]`));
}

function fillWeek(weekly) {
  $('#week').replaceChildren(...DAYS.map((name) => day(name, weekly.filter((one) => one.day === name))));
}

export const hours = {
  form,
  fill({ hours: now }) {
    const zones = new Set([now.timeZone, ...Intl.supportedValuesOf('timeZone')]);
    $('#timeZone').replaceChildren(...[...zones].sort().map((zone) => h('option', { value: zone, selected: zone === now.timeZone }, zone)));
    form.elements['hours.kept'].checked = now.kept;
    form.elements['hours.acceptOutside'].checked = now.acceptOutside;
    form.elements['hours.holidays.publicHolidays'].checked = now.holidays.publicHolidays;
    fillWeek(now.weekly);
    $('#closed').replaceChildren(...(now.holidays.closed ?? []).map(closedDay));
    $('#worked').replaceChildren(...(now.holidays.worked ?? []).map(workedDay));
  },
  read() {
    nameInputs();
    return { hours: {
      kept: form.elements['hours.kept'].checked,
      timeZone: $('#timeZone').value,
      weekly: shifts(),
      holidays: {
        publicHolidays: form.elements['hours.holidays.publicHolidays'].checked,
        closed: $$('.closed', form).map((block) => ({ date: $('.date', block).value || null, name: $('.name', block).value.trim() || null })),
        worked: $$('.worked .date', form).map((input) => input.value || null),
      },
      acceptOutside: form.elements['hours.acceptOutside'].checked,
    } };
  },
};

$('#weekdays').addEventListener('click', () => {
  const all = shifts();
  const monday = all.filter((one) => one.day === 'MONDAY');
  fillWeek([...all.filter((one) => !WEEKDAYS.includes(one.day)), ...WEEKDAYS.flatMap((name) => monday.map((one) => ({ ...one, day: name })))]);
  form.dispatchEvent(new Event('input', { bubbles: true }));
});
$('#add-closed').addEventListener('click', () => $('#closed').append(closedDay()));
$('#add-worked').addEventListener('click', () => $('#worked').append(workedDay()));
form.addEventListener('click', (event) => event.target.closest('button[type=button]') && form.dispatchEvent(new Event('input', { bubbles: true })));
