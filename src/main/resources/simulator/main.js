// Ties the page together: one chosen account, its customers, and the live stream.

import { accountPath, get, post } from "./api.js";
import { setUpAccounts } from "./accounts.js";
import { setUpCalls } from "./calls.js";
import { Phone } from "./chat.js";
import { byId, safely, toast } from "./dom.js";
import { setUpFaults } from "./faults.js";
import { setUpPartner } from "./partner.js";

const MAX_PHONES = 20;
const page = { accounts: new Map(), account: null, phones: new Map(), selected: null };

const key = (id) => id.toLowerCase();
const accounts = setUpAccounts({ choose, created });
const partner = setUpPartner(() => page);
const faults = setUpFaults(() => page);
const calls = setUpCalls(() => page);

async function loadAll() {
  const { items } = await get("/accounts");
  page.accounts = new Map(items.map((account) => [key(account.accountId), account]));
  const wanted = key(page.account?.accountId ?? localStorage.getItem("account") ?? "");
  await choose(page.accounts.get(wanted) ?? items[0] ?? null);
}

async function created(account) {
  page.accounts.set(key(account.accountId), account);
  await choose(account);
}

async function choose(account) {
  page.account = account;
  page.phones.forEach((phone) => phone.node.remove());
  page.phones.clear();
  page.selected = null;
  if (account) {
    localStorage.setItem("account", account.accountId);
    const [customers, logged] = await Promise.all([
      get(`${accountPath(account)}/customers`),
      get(`${accountPath(account)}/calls`),
    ]);
    await Promise.all(customers.items.slice(-MAX_PHONES).map(addPhone));
    calls.show(logged);
  }
  showAccount();
}

function showAccount() {
  accounts.show([...page.accounts.values()], page.account);
  faults.show(page.account);
  byId("customer-create").hidden = !page.account;
  showSelection();
}

async function addPhone(customer) {
  if (page.phones.has(customer.user)) {
    return;
  }
  const phone = new Phone(page.account, customer, select);
  page.phones.set(customer.user, phone);
  byId("phones").append(phone.node);
  if (!page.selected) {
    page.selected = customer.user;
  }
  await phone.load();
}

function select(user) {
  page.selected = user;
  showSelection();
}

function showSelection() {
  page.phones.forEach((phone, user) => phone.node.classList.toggle("selected", user === page.selected));
  byId("empty").hidden = page.phones.size > 0;
  partner.show(page.phones.get(page.selected));
}

byId("customer-create").addEventListener("submit", safely(async (event) => {
  event.preventDefault();
  const input = event.target.elements.name;
  const customer = await post(`${accountPath(page.account)}/customers`, { name: input.value.trim() || `고객 ${page.phones.size + 1}` });
  input.value = "";
  await addPhone(customer);
  select(customer.user);
  page.phones.get(customer.user).node.scrollIntoView({ behavior: "smooth", inline: "end" });
}));

const handlers = {
  account(account) {
    page.accounts.set(key(account.accountId), account);
    if (page.account && key(account.accountId) === key(page.account.accountId)) {
      Object.assign(page.account, account);
      page.phones.forEach((phone) => phone.update(phone.customer));
    }
    showAccount();
  },
  "account-removed": (gone) => {
    page.accounts.delete(key(gone.accountId));
    if (page.account && key(gone.accountId) === key(page.account.accountId)) {
      return choose([...page.accounts.values()][0] ?? null);
    }
    return showAccount();
  },
  customer: ({ user, customer }) => {
    const phone = page.phones.get(user);
    if (phone) {
      phone.update(customer);
      return showSelection();
    }
    return page.phones.size < MAX_PHONES ? addPhone(customer).then(showSelection) : undefined;
  },
  transcript: ({ user, line }) => page.phones.get(user)?.add(line),
  typing: ({ user, on }) => page.phones.get(user)?.typing(on),
  "send-call": ({ call }) => calls.add("sendApi", call),
  "webhook-call": ({ call }) => calls.add("webhook", call),
};

const ofAllAccounts = new Set(["account", "account-removed"]);

function listen() {
  const stream = new EventSource("/simulator/api/stream");
  const badge = byId("live");
  stream.onopen = safely(async () => {
    badge.textContent = "실시간";
    badge.className = "badge good";
    await loadAll();
  });
  stream.onerror = () => {
    badge.textContent = "연결 끊김";
    badge.className = "badge bad";
  };
  for (const [type, handler] of Object.entries(handlers)) {
    stream.addEventListener(type, safely(async (event) => {
      const data = JSON.parse(event.data);
      const here = page.account && key(data.accountId) === key(page.account.accountId);
      if (ofAllAccounts.has(type) || here) {
        await handler(data);
      }
    }));
  }
}

if ("EventSource" in window) {
  listen();
} else {
  toast("이 브라우저는 실시간 표시를 지원하지 않습니다.", true);
  loadAll();
}
