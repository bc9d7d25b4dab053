// 공휴일: which days the built-in ones are, this year and next.
import { $, get, h, lang, t } from './core.js';

const DAY = new Intl.DateTimeFormat(lang, { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' });
const line = ({ date, name }) => h('li', {}, h('time', { datetime: date }, DAY.format(new Date(date))), ' ', t('holiday.' + name));

export async function showPublicHolidays() {
  const now = new Date().getFullYear();
  const years = await Promise.all([now, now + 1].map(async (year) => [year, (await get('/public-holidays?year=' + year)).items]));
  $('#public-days').replaceChildren(...years.map(([year, days]) => h('div', {}, h('strong', {}, year), h('ul', {}, days.map(line)))));
}
