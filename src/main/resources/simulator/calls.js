// Right column, bottom: what passed between NAVER and TalkGate.

import { byId, clock, h } from "./dom.js";

const MAX_CALLS = 200;

export function setUpCalls() {
  const lists = { webhook: h("ol", { class: "calls" }), sendApi: h("ol", { class: "calls", hidden: true }) };
  const tabs = { webhook: tab("웹훅 호출", "webhook"), sendApi: tab("보내기 API", "sendApi") };

  function tab(label, name) {
    return h("button", { type: "button", role: "tab", "aria-selected": name === "webhook", on: { click: () => open(name) } }, label);
  }

  function open(name) {
    for (const each of Object.keys(lists)) {
      lists[each].hidden = each !== name;
      tabs[each].setAttribute("aria-selected", String(each === name));
    }
  }

  function add(kind, call) {
    const list = lists[kind];
    list.prepend(kind === "webhook" ? webhookItem(call) : sendItem(call));
    while (list.children.length > MAX_CALLS) {
      list.lastElementChild.remove();
    }
  }

  byId("calls-panel").replaceChildren(h("h2", {}, "호출 기록"),
    h("div", { class: "tabs", role: "tablist" }, tabs.webhook, tabs.sendApi), lists.webhook, lists.sendApi);

  return {
    add,
    show(logged) {
      for (const kind of Object.keys(lists)) {
        lists[kind].replaceChildren();
        logged[kind].slice(-MAX_CALLS).forEach((call) => add(kind, call));
      }
    },
  };
}

function webhookItem(call) {
  const result = call.delivered ? "200" : call.reason;
  return item(call, call.delivered, call.event, `${result} · ${call.millis}ms`, [["보낸 내용", call.body], ["응답", call.answer]]);
}

function sendItem(call) {
  const good = call.answer.resultCode === "00" && call.status === 200;
  const result = call.status === 200 ? call.answer.resultCode ?? "" : call.status || "무응답";
  return item(call, good, eventOf(call), String(result), [["받은 내용", call.body], ["응답", JSON.stringify(call.answer)]]);
}

function eventOf(call) {
  try {
    return JSON.parse(call.body).event ?? call.path.split("/").pop();
  } catch {
    return call.path.split("/").pop();
  }
}

function item(call, good, name, result, parts) {
  return h("li", {}, h("details", {},
    h("summary", {}, h("time", {}, clock(call.time)), h("b", {}, name), h("span", { class: good ? "badge good" : "badge bad" }, result)),
    ...parts.filter(([, text]) => text).map(([label, text]) => h("div", {}, h("small", {}, label), h("pre", {}, pretty(text))))));
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
