// Left column: what the account's owner does at Partner Center.

import { accountPath, del, patch, post, talkGateLinks } from "./api.js";
import { button, byId, clock, field, h, safely, toast } from "./dom.js";

const EVENTS = ["send", "open", "leave", "friend", "echo"];

export function setUpAccounts({ choose, created }) {
  const select = byId("account-select");
  let known = [];
  let links = [];

  select.addEventListener("change", safely(() => choose(known.find((one) => one.accountId === select.value))));

  byId("account-create").addEventListener("submit", safely(async (event) => {
    event.preventDefault();
    const form = event.target;
    const body = { accountId: form.elements.accountId.value.trim() };
    if (form.elements.sendApiKey.value.trim()) {
      body.sendApiKey = form.elements.sendApiKey.value.trim();
    }
    await created(await post("/accounts", body));
    form.reset();
    byId("account-new").open = false;
    toast("계정을 만들었습니다. 보내기 API 키를 TalkGate 채널 연동에 넣으세요.");
  }));

  byId("link-load").addEventListener("click", safely(async () => {
    links = (await talkGateLinks()).filter((link) => link.accountId);
    byId("link-select").replaceChildren(...links.map((link) =>
      h("option", { value: link.id }, `${link.name ?? link.accountId} · ${link.accountId} · ${link.status}`)));
    byId("link-select").disabled = byId("link-take").disabled = links.length === 0;
    toast(links.length ? `채널 연동 ${links.length}개를 불러왔습니다.` : "TalkGate에 채널 연동이 없습니다.");
  }));

  byId("link-take").addEventListener("click", safely(async () => {
    const link = links.find((one) => one.id === byId("link-select").value);
    const here = known.find((one) => one.accountId.toLowerCase() === link.accountId.toLowerCase());
    const url = link.webhookUrl ? { webhookUrl: link.webhookUrl } : {};
    const account = here
      ? await patch(accountPath(here), url)
      : await post("/accounts", { accountId: link.accountId, ...url });
    await created(account);
    toast(takenText(link, here));
  }));

  return {
    show(accounts, account) {
      known = accounts;
      select.replaceChildren(...accounts.map((one) =>
        h("option", { value: one.accountId, selected: one.accountId === account?.accountId }, one.accountId + (one.blocked ? " · 차단됨" : ""))));
      const panel = byId("account-panel");
      panel.hidden = !account;
      if (account && !panel.contains(document.activeElement)) {
        panel.replaceChildren(...settings(account));
      } else if (account) {
        panel.querySelector(".state").replaceWith(state(account));
      }
    },
  };
}

function takenText(link, here) {
  if (!link.webhookUrl) {
    return "이 연동에는 아직 이벤트 받을 URL이 없습니다. TalkGate에서 먼저 승인을 요청하세요.";
  }
  return here ? "이벤트 받을 URL을 등록했습니다." : "계정을 만들고 URL을 등록했습니다. 새 보내기 API 키를 TalkGate 연동에 넣으세요.";
}

function settings(account) {
  const path = accountPath(account);
  return [
    h("h2", {}, account.accountId),
    h("p", { class: "hint" }, `https://talk.naver.com/${account.accountId}`),
    state(account),
    key(account),
    webhook(account, path),
    events(account, path),
    handover(account, path),
    button("계정 삭제", () => confirm(`계정 ${account.accountId}을(를) 삭제할까요?`) && del(path), "danger"),
  ];
}

function state(account) {
  if (account.blocked) {
    return h("p", { class: "state bad", role: "status" },
      `이벤트 전송이 차단되었습니다 (${clock(account.blockedSince)}). URL을 다시 저장해야만 풀립니다.`);
  }
  if (!account.webhookUrl) {
    return h("p", { class: "state" }, "이벤트 받을 URL이 없습니다.");
  }
  const failed = account.failuresLastHour;
  return h("p", { class: failed ? "state warn" : "state good" }, failed ? `이벤트 전송 중 · 최근 실패 ${failed}번` : "이벤트 전송 중");
}

function key(account) {
  const input = h("input", { value: account.sendApiKey, readOnly: true, class: "mono", on: { focus: (event) => event.target.select() } });
  const copy = button("복사", async () => {
    input.select();
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(account.sendApiKey);
      toast("보내기 API 키를 복사했습니다.");
    } else {
      toast("키를 선택했습니다. Ctrl+C로 복사하세요.");
    }
  });
  return field("보내기 API 키 (Authorization)", h("div", { class: "row" }, input, copy));
}

function webhook(account, path) {
  const input = h("textarea", { value: account.webhookUrl ?? "", rows: 3, class: "mono", placeholder: "http://localhost:8080/webhooks/talktalk/…", spellcheck: false });
  const save = button(account.webhookUrl ? "다시 저장" : "등록", async () => {
    await patch(path, { webhookUrl: input.value.trim() });
    input.blur();
    toast("이벤트 받을 URL을 저장했습니다.");
  }, "primary");
  return h("div", {}, field("이벤트 받을 URL", input), h("div", { class: "row end" }, save));
}

function events(account, path) {
  const boxes = EVENTS.map((name) => h("input", { type: "checkbox", value: name, checked: account.events.includes(name),
    on: { change: safely(() => patch(path, { events: boxes.filter((box) => box.checked).map((box) => box.value) })) } }));
  return h("fieldset", {}, h("legend", {}, "이벤트 변경"),
    ...boxes.map((box) => h("label", { class: "check" }, box, box.value)));
}

function handover(account, path) {
  const box = h("input", { type: "checkbox", class: "switch", checked: account.handover,
    on: { change: safely(() => patch(path, { handover: box.checked })) } });
  return h("label", { class: "check wide" }, "핸드오버 API", box);
}
