// 멤버: who may log in for the brand, and what they may do.
import { $, all, ask, call, doing, field, h, me, post, t, toast } from './core.js';

const ROLES = ['observer', 'agent', 'manager', 'owner'];

const roleField = (now) => h('div', { class: 'field' }, h('label', { for: 'f-role' }, t('members.role')),
  h('select', { id: 'f-role', name: 'role' }, ROLES.map((role) => h('option', { value: role, selected: role === now }, t('role.' + role)))));
const passwordField = () => field('password', t('members.password'), { type: 'password', hint: t('members.password.hint'), autocomplete: 'new-password' });

/** Says that it is done, and shows how it is. */
async function changed() {
  toast(t('saved'));
  await show();
}

function actions(member) {
  const path = '/members/' + member.id;
  const change = () => ask(t('members.change'), [field('name', t('members.name'), { maxlength: 100, value: member.name }), roleField(member.role)], t('save'), async (values) => {
    await call('PATCH', path, values);
    await changed();
  });
  const password = () => ask(t('members.reset'), [passwordField()], t('members.reset'), async (values) => {
    await post(path + '/password', values);
    await changed();
  });
  const turn = (event) => doing(event.target, async () => {
    await call('PATCH', path, { disabled: !member.disabled });
    await changed();
  });
  return h('div', { class: 'row' }, h('button', { type: 'button', onclick: change }, t('members.change')), h('button', { type: 'button', onclick: password }, t('members.reset')),
    member.id !== me.id && h('button', { type: 'button', class: member.disabled ? '' : 'danger', onclick: turn }, t(member.disabled ? 'members.enable' : 'members.disable')));
}

async function show() {
  const members = await all('/members');
  const head = ['name', 'username', 'role', 'actions'].map((key) => h('th', { scope: 'col' }, t('members.' + key)));
  const rows = members.map((member) => h('tr', { 'data-id': member.id }, h('td', {}, member.name, ' ', member.disabled && h('span', { class: 'badge bad' }, t('members.disabled'))),
    h('td', {}, member.username), h('td', {}, t('role.' + member.role)), h('td', {}, actions(member))));
  $('#members').replaceChildren(h('div', { class: 'scroll' }, h('table', {}, h('thead', {}, h('tr', {}, head)), h('tbody', {}, rows))));
}

$('#add').addEventListener('click', () =>
  ask(t('members.add'), [
    field('name', t('members.name'), { maxlength: 100 }),
    field('username', t('members.username'), { hint: t('members.username.hint'), autocapitalize: 'none', spellcheck: 'false' }),
    roleField('agent'),
    passwordField(),
  ], t('members.add'), async (values) => {
    await post('/members', { brandId: me.brandId, ...values });
    toast(t('members.added'));
    await show();
  }));
doing(null, show);
