// How the states of links and of their health look.
import { h, t } from './core.js';

const TONES = { DRAFT: '', PENDING: 'warn', APPROVED: 'good', REJECTED: 'bad', REVOKED: 'bad' };
const HEALTH = { HEALTHY: 'good', WAITING_FIRST_EVENT: 'warn', AT_RISK: 'warn', WEBHOOK_SILENT: 'bad', KEY_REJECTED: 'bad' };

export const healthTone = (state) => HEALTH[state] ?? 'warn';
export const statusBadge = (status) => h('span', { class: 'badge ' + (TONES[status] ?? '') }, t('link.' + status));

/** The checks, each with what to do where it has not passed. */
export const checkLines = (checks) =>
  checks.map((check) =>
    h('li', { class: check.passed ? 'done' : '', 'data-check': check.name },
      h('strong', {}, t('check.' + check.name)), ' ',
      h('span', { class: 'small soft' }, check.passed ? t('check.passed') : (check.todo ?? t('check.waiting')))));
