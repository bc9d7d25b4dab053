// A small chart of bars, with the name of each below it where they are few, else of the first and the last.
import { h } from './core.js';

const FEWEST = 14;
const SVG = 'http://www.w3.org/2000/svg';

/** Bars for [{label, value, words?}], with what they say in words below. */
export function bars(items, about) {
  const svg = document.createElementNS(SVG, 'svg');
  const most = Math.max(1, ...items.map((item) => item.value));
  const draw = (within, name, given) => {
    const element = document.createElementNS(SVG, name);
    Object.entries(given).forEach(([key, value]) => element.setAttribute(key, value));
    return within.appendChild(element);
  };
  const given = { class: 'chart', viewBox: `0 0 ${Math.max(items.length, FEWEST) * 10} 100`, preserveAspectRatio: 'none', role: 'img', 'aria-label': about };
  Object.entries(given).forEach(([key, value]) => svg.setAttribute(key, value));
  items.forEach(({ label, value, words }, index) => {
    const height = (95 * value) / most;
    const bar = draw(svg, 'rect', { x: index * 10 + 1, y: 100 - height, width: 8, height: Math.max(height, 0.5) });
    draw(bar, 'title', {}).textContent = `${label}: ${words ?? value}`;
  });
  const ends = items.length < FEWEST ? items : [items[0], items[items.length - 1]];
  const labels = h('div', { class: items.length < FEWEST ? 'labels few' : 'labels', 'aria-hidden': 'true' }, ends.map((item) => h('span', {}, item.label)));
  return h('div', {}, svg, labels, h('p', { class: 'small soft' }, about));
}
