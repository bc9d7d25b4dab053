// What stands around every page: the menu of settings, and whether the agent is there.
import { $, call, doing, me, t, toast } from './core.js';

const BEAT_MILLIS = 30000;
const LEAVE_MILLIS = 1000;
const KEY = 'talkgate.presence.' + me.id;
const presence = $('#presence');

/** Agents begin online; whoever manages says so first, lest consultations come to somebody who only looks. */
const chosen = () => localStorage.getItem(KEY) ?? (me.role === 'agent' ? 'ONLINE' : 'OFFLINE');
const say = (state) => call('PUT', '/presence', { state });

function show() {
  presence.value = chosen();
  presence.dataset.state = presence.value;
}

/** Whoever has not been heard of for 90 seconds gets nothing, so it is said while a page is open. */
async function beat() {
  if (chosen() === 'OFFLINE') return;
  await say(chosen()).catch(() => {});
}

function bePresent() {
  show();
  beat();
  setInterval(beat, BEAT_MILLIS);
  document.addEventListener('visibilitychange', () => !document.hidden && beat());
  // Another window of the same person has changed it.
  addEventListener('storage', (event) => event.key === KEY && show());
  presence.addEventListener('change', async () => {
    const before = chosen();
    const state = presence.value;
    localStorage.setItem(KEY, state);
    if (await doing(presence, () => say(state))) toast(t('presence.' + state));
    else localStorage.setItem(KEY, before);
    show();
    presence.focus();
  });
  // Who signs out has left at once, not after 90 seconds.
  const logout = $('#logout');
  logout.addEventListener('submit', async (event) => {
    event.preventDefault();
    await Promise.race([say('OFFLINE').catch(() => {}), new Promise((resolve) => setTimeout(resolve, LEAVE_MILLIS))]);
    logout.submit();
  });
}
if (presence) bePresent();

const menu = $('.menu');
if (menu) {
  document.addEventListener('click', (event) => menu.contains(event.target) || (menu.open = false));
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    menu.open = false;
    $('summary', menu).focus();
  });
}
