// 멤버: who may log in for the brand, and what they may do.
import { $, all, ask, doing, field, h, me, post, t, toast } from './core.js';

const ROLES = ['observer', 'agent', 'manager', 'owner'];

async function show() {
  const members = await all('/members');
  const head = ['name', 'username', 'role'].map((key) => h('th', { scope: 'col' }, t('members.' + key)));
  const rows = members.map((member) => h('tr', { 'data-id': member.id }, h('td', {}, member.name), h('td', {}, member.username), h('td', {}, t('role.' + member.role))));
  $('#members').replaceChildren(h('div', { class: 'scroll' }, h('table', {}, h('thead', {}, h('tr', {}, head)), h('tbody', {}, rows))));
}

$('#add').addEventListener('click', () =>
  ask(t('members.add'), [
    field('name', t('members.name'), { maxlength: 100 }),
    field('username', t('members.username'), { hint: t('members.username.hint'), autocapitalize: 'none', spellcheck: 'false' }),
    h('div', { class: 'field' }, h('label', { for: 'f-role' }, t('members.role')), h('select', { id: 'f-role', name: 'role' }, ROLES.map((role) => h('option', { value: role, selected: role === 'agent' }, t('role.' + role))))),
    field('password', t('members.password'), { type: 'password', hint: t('members.password.hint'), autocomplete: 'new-password' }),
  ], t('members.add'), async (values) => {
    await post('/members', { brandId: me.brandId, ...values });
    toast(t('members.added'));
    await show();
  }));
doing(null, show);
