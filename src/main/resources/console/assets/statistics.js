// 통계: what the desk did, by day, hour, link, agent or kind; a table, a chart, a file for spreadsheets.
import { $, all, get, h, lang, onSubmit, span, t } from './core.js';
import { bars } from './chart.js';

const COUNTS = ['opened', 'answered', 'closed', 'missedOutsideHours', 'deliveryFailures'];
const SECONDS = ['firstResponseSeconds', 'waitingSeconds', 'handlingSeconds'];
const COLUMNS = ['opened', 'answered', 'closed', ...SECONDS, 'missedOutsideHours', 'ratings', 'satisfaction', 'deliveryFailures'];
const DAY_MILLIS = 24 * 60 * 60 * 1000;
const form = $('#question');
const measure = $('#measure');
const seoul = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Seoul' });
const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
let rows = [];
let names = new Map();

const day = (daysAgo) => seoul.format(new Date(Date.now() - daysAgo * DAY_MILLIS));

/** What a row is about, in words. */
function name(key) {
  const by = form.elements.by.value;
  if (key === undefined) return t('statistics.none.' + by);
  return by === 'HOUR' ? t('statistics.hour', Number(key)) : (names.get(key) ?? key);
}
function shown(column, value) {
  if (value === undefined) return '—';
  return SECONDS.includes(column) ? span(value) : number.format(value);
}

function paintChart() {
  const column = measure.value;
  const items = rows.map((row) => ({ label: name(row.key), value: row[column] ?? 0, words: shown(column, row[column]) }));
  const most = items.reduce((best, item) => (item.value > (best?.value ?? 0) ? item : best), null);
  $('#chart').replaceChildren(most ? bars(items, t('statistics.chart', t('statistics.' + column), most.label, most.words)) : h('p', { class: 'soft' }, t('statistics.nothing')));
}

function paint() {
  const sums = COUNTS.map((column) => h('div', { class: 'tile' }, t('statistics.' + column), h('b', { 'data-sum': column }, number.format(rows.reduce((sum, row) => sum + row[column], 0)))));
  $('#sums').replaceChildren(...sums);
  const head = ['key.' + form.elements.by.value, ...COLUMNS].map((column) => h('th', { scope: 'col' }, t('statistics.' + column)));
  const lines = rows.map((row) => h('tr', {}, h('th', { scope: 'row' }, name(row.key)), COLUMNS.map((column) => h('td', { class: 'number' }, shown(column, row[column])))));
  $('#figures').replaceChildren(h('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': t('statistics.table') }, h('table', {}, h('thead', {}, h('tr', {}, head)), h('tbody', {}, lines))));
  $('#export').disabled = !rows.length;
  paintChart();
}

/** RFC 4180 with a byte order mark, as spreadsheets want Korean; no cell is a formula. */
function csv() {
  const cell = (value) => `"${String(value ?? '').replace(/^([=+\-@\t\r])/, "'$1").replaceAll('"', '""')}"`;
  const head = ['key.' + form.elements.by.value, ...COLUMNS].map((column) => cell(t('statistics.' + column) + (SECONDS.includes(column) ? ` (${t('seconds')})` : '')));
  const lines = rows.map((row) => [name(row.key), ...COLUMNS.map((column) => (row[column] === undefined ? '' : Math.round(row[column] * 100) / 100))].map(cell));
  return '\uFEFF' + [head, ...lines].map((line) => line.join(',') + '\r\n').join('');
}

onSubmit(form, async (values) => {
  const given = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
  rows = (await get('/statistics?' + given)).items;
  history.replaceState(null, '', '?' + given);
  paint();
});

$('#ranges').addEventListener('click', (event) => {
  const { days } = event.target.dataset;
  if (!days) return;
  form.elements.from.value = day(days - 1);
  form.elements.to.value = day(0);
  form.requestSubmit();
});
measure.addEventListener('change', paintChart);
$('#export').addEventListener('click', () => {
  const url = URL.createObjectURL(new Blob([csv()], { type: 'text/csv' }));
  h('a', { href: url, download: `talkgate-${form.elements.from.value}-${form.elements.to.value}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(url));
});

measure.append(...COLUMNS.map((column) => h('option', { value: column }, t('statistics.' + column))));
form.elements.from.value = day(6);
form.elements.to.value = day(0);
const [links, agents] = await Promise.all([all('/links'), get('/agents')]);
links.forEach((link) => form.elements.linkId.append(h('option', { value: link.id }, link.name ?? link.accountId)));
names = new Map([...links.map((link) => [link.id, link.name ?? link.accountId]), ...agents.items.map((agent) => [agent.id, agent.name])]);
new URLSearchParams(location.search).forEach((value, key) => form.elements[key] && (form.elements[key].value = value));
form.requestSubmit();
